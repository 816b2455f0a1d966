package dev.broadsheet.corpus;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** What a walk through the corpus has found up to now. */
final class Findings {
  private final List<CorpusFile> files = new ArrayList<>();
  private final List<CorpusProblem> problems = new ArrayList<>();

  /** Takes a file, if it is one of articles by its name. */
  void file(String path, BasicFileAttributes attributes) {
    if (FileForm.of(path) == FileForm.NONE) {
      return;
    }
    if (attributes.isRegularFile()) {
      files.add(new CorpusFile(path, attributes.size(), attributes.lastModifiedTime().toMillis()));
    } else {
      problem(path, CorpusFolder.NOT_REGULAR);
    }
  }

  /** Takes a problem of a file or a folder. */
  void problem(String path, String message) {
    problems.add(new CorpusProblem(path, 0, message, CorpusProblem.Scope.FILE));
  }

  CorpusListing listing() {
    return new CorpusListing(files, problems);
  }
}
