package dev.broadsheet.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that say little by themselves: no suggestion ends with one. */
public final class BorderWords {
  private static final String FILE = "border-words.txt";
  private static final Set<String> WORDS = read();

  private BorderWords() {}

  public static boolean contains(String word) {
    return WORDS.contains(word);
  }

  private static Set<String> read() {
    try (InputStream file = Objects.requireNonNull(BorderWords.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + FILE, e);
    }
  }
}
