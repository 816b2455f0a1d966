package dev.broadsheet.corpus;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Mention;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.zip.GZIPOutputStream;

/** A corpus in a temporary folder, and what comes of reading it. */
record CorpusFixture(Path root, CorpusLimits limits) {
  CorpusFixture(Path root) {
    this(root, CorpusLimits.DEFAULT);
  }

  /** What one file told. */
  record Reading(List<Mention> mentions, List<CorpusProblem> problems, String hash) {
    Article article() {
      if (mentions.isEmpty()) {
        throw new AssertionError("no mention, but " + problems);
      }
      return mentions.getFirst().article();
    }

    List<String> messages() {
      return problems.stream().map(CorpusProblem::toString).toList();
    }
  }

  CorpusReader reader() {
    return new CorpusReader(root, limits);
  }

  Path write(String path, byte[] content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.resolveSibling("."));
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path write(String path, String content) {
    return write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  Reading read(String path) {
    return read(path, nobody -> {});
  }

  /** What a file tells where others help to parse it. */
  Reading read(String path, Executor helpers) {
    List<Mention> mentions = new ArrayList<>();
    List<CorpusProblem> problems = new ArrayList<>();
    String hash = reader().read(new CorpusFile(path, 0, 0), sink(mentions, problems), helpers);
    return new Reading(mentions, problems, hash);
  }

  Reading read(String path, String content) {
    write(path, content);
    return read(path);
  }

  /** A document with a title and more front matter. */
  Reading document(String keys) {
    return read("a.md", "---\ntitle: T\n" + keys + "\n---\n");
  }

  static byte[] gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MentionSink sink(List<Mention> mentions, List<CorpusProblem> problems) {
    return new MentionSink() {
      @Override
      public void mention(Mention mention) {
        mentions.add(mention);
      }

      @Override
      public void problem(CorpusProblem problem) {
        problems.add(problem);
      }
    };
  }
}
