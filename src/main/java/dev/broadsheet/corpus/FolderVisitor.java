package dev.broadsheet.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits a folder and those below, with one look at each file; gathers links and follows none. */
final class FolderVisitor implements FileVisitor<Path> {
  /** What Java shows of a name that is not text in this system's encoding. */
  private static final char UNREADABLE = '\uFFFD';

  private final Path base;
  private final String prefix;
  private final List<Path> outer;
  private final Findings findings;
  private final List<Link> links = new ArrayList<>();

  /** How many characters of the path of a file below are not of its path within the folder. */
  private final int baseLength;

  /**
   * A visitor.
   *
   * @param base the folder, with no link in its path
   * @param prefix of the paths, empty or with {@code /} at its end
   * @param outer where the links are that were followed to get there
   */
  FolderVisitor(Path base, String prefix, List<Path> outer, Findings findings) {
    this.base = base;
    this.prefix = prefix;
    this.outer = outer;
    this.findings = findings;
    String shown = base.toString();
    this.baseLength = shown.length() + (shown.endsWith(File.separator) ? 0 : 1);
  }

  Path base() {
    return base;
  }

  List<Link> links() {
    return links;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.equals(base) || isListed(folder)
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      if (isListed(file)) {
        links.add(new Link(path(file), file, outer));
      }
    } else if (FileForm.of(file.toString()) != FileForm.NONE && isListed(file)) {
      findings.file(path(file), attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (file.equals(base) && prefix.isEmpty()) {
      throw e; // the corpus itself
    }
    if (isListed(file)) {
      findings.problem(path(file), "can't be listed: " + CorpusFolder.reason(e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      findings.problem(path(folder), "can't be listed to its end: " + CorpusFolder.reason(e));
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isListed(Path path) {
    if (name(path).startsWith(".")) {
      return false;
    }
    boolean named = isNamed(path);
    if (!named) {
      findings.problem(
          path(path),
          "the name is not text in this system's encoding (expected UTF-8; or, with names in UTF-8,"
              + " a UTF-8 locale such as LANG=C.UTF-8)");
    }
    return named;
  }

  private static boolean isNamed(Path path) {
    String name = name(path);
    if (name.indexOf(UNREADABLE) < 0) {
      return true;
    }
    try {
      return path.resolveSibling(name).equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** Not by {@link Path#relativize}, which would take half the time of a visit. */
  private String path(Path path) {
    String shown = path.toString();
    String relative = shown.substring(Math.min(baseLength, shown.length()));
    return prefix + (File.separatorChar == '/' ? relative : relative.replace('\\', '/'));
  }
}
