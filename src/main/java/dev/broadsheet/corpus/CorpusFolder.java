package dev.broadsheet.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Opens files of the corpus, and nothing else: a file may have become a link, a pipe or something
 * outside since it was listed.
 *
 * @param root the folder
 */
record CorpusFolder(Path root) {
  static final String OUTSIDE = "the link leads out of the corpus (expected a file inside)";
  static final String NOT_REGULAR = "not a regular file (expected one with text in it)";

  /** An open file; {@code size} is only a hint. */
  record Opened(InputStream file, HashedInput in, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Opens a file; the caller closes it. */
  Opened open(CorpusFile file) throws IOException {
    Path real = real(file.path());
    if (!real.startsWith(root.toRealPath())) {
      throw new IOException(OUTSIDE);
    }
    BasicFileAttributes attributes =
        Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException(NOT_REGULAR);
    }
    InputStream in = Files.newInputStream(real);
    return new Opened(in, new HashedInput(in), attributes.size());
  }

  private Path real(String path) throws IOException {
    try {
      return root.resolve(path).toRealPath();
    } catch (InvalidPathException e) {
      throw new IOException("its name is not valid on this system", e);
    }
  }

  /** Why something can't be read, in one line for people. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemLoopException _ -> "links that lead in a circle";
      default -> e.getMessage() == null ? "an I/O error" : Shown.line(e.getMessage());
    };
  }
}
