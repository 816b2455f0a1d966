package dev.broadsheet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Writes a synthetic corpus: {@code feed FILE.jsonl COUNT} writes a line an item, and {@code files
 * FOLDER COUNT} so many Markdown files of an article each with up to five related items, a thousand
 * files a folder. The same arguments always give the same bytes.
 */
public final class CorpusGenerator {
  private static final long SEED = 2026;
  private static final int FILES_A_FOLDER = 1_000;
  private static final int MAX_RELATED = 5;

  /** The related items of files are none of the items with the lowest numbers. */
  private static final long FIRST_RELATED = 1L << 32;

  private CorpusGenerator() {}

  /** Writes what the arguments say. */
  public static void main(String[] arguments) throws IOException {
    Path to = Path.of(arguments[1]);
    long count = Long.parseLong(arguments[2].replace("_", ""));
    switch (arguments[0]) {
      case "feed" -> writeFeed(to, count);
      case "files" -> writeFiles(to, count);
      default -> throw new IllegalArgumentException("feed or files, not " + arguments[0]);
    }
  }

  static void writeFeed(Path file, long count) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (Writer out = Files.newBufferedWriter(file)) {
      new SyntheticNews(SEED).items(count).forEach(item -> append(out, item.toJson()));
    }
  }

  private static void append(Writer out, String line) {
    try {
      out.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeFiles(Path folder, long count) throws IOException {
    var news = new SyntheticNews(SEED);
    for (long i = 0; i < count; i++) {
      Path below = folder.resolve(Long.toString(i / FILES_A_FOLDER));
      if (i % FILES_A_FOLDER == 0) {
        Files.createDirectories(below);
      }
      Files.writeString(
          below.resolve("article-" + i + ".md"), news.item(i).toMarkdown(related(news, i)));
    }
  }

  private static List<SyntheticItem> related(SyntheticNews news, long article) {
    int count = new SplittableRandom(article).nextInt(MAX_RELATED + 1);
    long first = FIRST_RELATED + article * MAX_RELATED;
    return LongStream.range(first, first + count).mapToObj(news::item).toList();
  }
}
