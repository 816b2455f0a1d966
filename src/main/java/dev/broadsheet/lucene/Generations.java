package dev.broadsheet.lucene;

import dev.broadsheet.search.IndexCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The generations in an index folder: {@code gen-000001}, {@code gen-000002}, … and a file {@code
 * CURRENT} that holds the name of the one to read, and is only ever replaced in one step.
 */
final class Generations {
  private static final String POINTER = "CURRENT";
  private static final String POINTER_WRITTEN = POINTER + ".new";
  private static final Pattern NAME = Pattern.compile("gen-(\\d{6,9})");

  private final Path index;

  Generations(Path index) {
    this.index = index;
  }

  /** The folder that holds them. */
  Path index() {
    return index;
  }

  /** The name of the generation to read; empty where there is none yet. */
  Optional<String> current() throws IOException {
    try {
      // Every byte is a character of Latin-1, so that damage is told of below, and by name.
      String name = Files.readString(index.resolve(POINTER), StandardCharsets.ISO_8859_1).strip();
      if (!NAME.matcher(name).matches()) {
        throw new IOException(
            index.resolve(POINTER)
                + " does not name a generation, such as gen-000001; "
                + IndexCheck.ADVICE);
      }
      return Optional.of(name);
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  Path path(String generation) {
    return index.resolve(generation);
  }

  /** A name after all that are taken. */
  String next() throws IOException {
    int highest =
        names().stream()
            .map(NAME::matcher)
            .filter(Matcher::matches)
            .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "gen-%06d", highest + 1);
  }

  /** Makes a generation the one to read. */
  void publish(String generation) throws IOException {
    Path written = index.resolve(POINTER_WRITTEN);
    Files.writeString(written, generation + "\n");
    sync(written);
    try {
      Files.move(written, index.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system of " + index + " can't replace a file in one step", e);
    }
    sync(index);
  }

  /** Deletes what a writer left that was ended while it replaced the pointer. */
  void deleteUnfinishedPointer() throws IOException {
    Files.deleteIfExists(index.resolve(POINTER_WRITTEN));
  }

  /** Deletes all generations but some. What can't be deleted is left for the next time. */
  void deleteAllBut(String... kept) throws IOException {
    List<String> keep = List.of(kept);
    for (String name : names()) {
      if (!keep.contains(name)) {
        delete(path(name));
      }
    }
  }

  /** Deletes a folder and all in it, as far as it can be deleted. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        try {
          Files.deleteIfExists(path);
        } catch (IOException heldByAReader) {
          return;
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(index, "gen-*")) {
      for (Path folder : folders) {
        names.add(folder.getFileName().toString());
      }
    }
    return names;
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
