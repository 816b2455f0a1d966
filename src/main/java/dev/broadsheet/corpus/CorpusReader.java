package dev.broadsheet.corpus;

import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * Reads a corpus: a folder of article files, at any depth. Never writes. Safe for use by many
 * threads.
 */
public final class CorpusReader {
  private final CorpusFolder folder;
  private final CorpusLimits limits;

  /**
   * A reader of a folder.
   *
   * @param root the folder; looked at only when something is read
   * @param limits how much is read of a file
   */
  public CorpusReader(Path root, CorpusLimits limits) {
    this.folder = new CorpusFolder(root);
    this.limits = limits;
  }

  /**
   * The article files that are there now, and those that can't be followed: links that lead out of
   * the corpus or nowhere, pipes, folders that can't be listed.
   *
   * @throws CorpusException where the folder can't be listed
   */
  public CorpusListing list() {
    return CorpusWalk.of(folder.root());
  }

  /**
   * The hash of a file's content, as {@link #read} would give it.
   *
   * @return SHA-256 in hexadecimal digits; empty where the file can't be read
   */
  public String hash(CorpusFile file) {
    try (CorpusFolder.Opened opened = folder.open(file)) {
      return opened.in().hashOfAll();
    } catch (IOException unreadable) {
      return ""; // what is wrong with it is told when it is read
    }
  }

  /**
   * Reads a file. A problem of {@link CorpusProblem.Scope#FILE} comes before any mention. A
   * document has up to 20 problems of that scope, one for each thing that is wrong with it; a line
   * of a feed, and a related item, has one.
   *
   * @return the SHA-256 of what was read, in hexadecimal digits; empty where it can't be read
   */
  public String read(CorpusFile file, MentionSink sink) {
    return read(file, sink, nobody -> {});
  }

  /**
   * The same, where other threads may help to parse a large file. What it tells is told by this
   * thread, in the same order.
   *
   * @param helpers the others; what is handed to them may be run late, or never
   */
  public String read(CorpusFile file, MentionSink sink, Executor helpers) {
    try (CorpusFolder.Opened opened = folder.open(file)) {
      switch (FileForm.of(file.path())) {
        case FEED -> new FeedReader(file.path(), false, limits, helpers).read(opened.in(), sink);
        case GZIPPED_FEED ->
            new FeedReader(file.path(), true, limits, helpers).read(opened.in(), sink);
        case YAML -> document(file.path(), opened, true, sink);
        case MARKDOWN, NONE -> document(file.path(), opened, false, sink);
      }
      return opened.in().hashOfAll();
    } catch (IOException e) {
      sink.problem(unreadable(file.path(), e));
      return "";
    }
  }

  /** The problem of a file that can't be read. */
  static CorpusProblem unreadable(String path, IOException e) {
    return new CorpusProblem(path, 0, "can't be read: " + CorpusFolder.reason(e), Scope.FILE);
  }

  private void document(
      String path, CorpusFolder.Opened opened, boolean yamlAlone, MentionSink sink)
      throws IOException {
    byte[] bytes = bytes(opened);
    if (bytes.length > limits.fileBytes()) {
      String message = "the file is too large (expected at most " + limits.fileBytes() + " bytes)";
      sink.problem(new CorpusProblem(path, 0, message, Scope.FILE));
      return;
    }
    FrontMatter parts;
    Node.Mapping document;
    try {
      parts = FrontMatter.of(StrictUtf8.decode(bytes, 0, bytes.length, 1), yamlAlone);
      document = YamlTree.read(parts.yaml(), parts.line(), limits);
    } catch (RejectedDocument e) {
      sink.problem(new CorpusProblem(path, e.line(), e.reason(), Scope.FILE));
      return;
    }
    new DocumentReader(path, Scope.FILE, limits).read(document, 1, parts.body(), sink);
  }

  /** The bytes of a file, up to one more than the limit. */
  private byte[] bytes(CorpusFolder.Opened opened) throws IOException {
    int most = limits.fileBytes() + 1;
    byte[] bytes = new byte[(int) Math.min(opened.size() + 1, most)];
    int length = opened.in().readNBytes(bytes, 0, bytes.length);
    while (length == bytes.length && length < most) { // it has grown since its size was taken
      bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, most));
      length += opened.in().readNBytes(bytes, length, bytes.length - length);
    }
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
