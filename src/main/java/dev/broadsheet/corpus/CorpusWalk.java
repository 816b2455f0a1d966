package dev.broadsheet.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists a corpus. Links are followed after the folders, in the order of their paths; each folder is
 * gone into by one link at most, so that links can neither lead in circles nor multiply.
 */
final class CorpusWalk {
  private final Path root;
  private final Deque<FolderVisitor> folders = new ArrayDeque<>();
  private final Set<Path> linkedFolders = new HashSet<>();
  private final Findings findings = new Findings();

  private CorpusWalk(Path root) {
    this.root = root;
  }

  /**
   * The files below a folder.
   *
   * @throws CorpusException where it can't be listed
   */
  static CorpusListing of(Path folder) {
    String shown = "corpus: " + Shown.line(folder.toString());
    try {
      Path root = folder.toRealPath();
      if (!Files.isDirectory(root)) {
        throw new NotDirectoryException(shown);
      }
      return new CorpusWalk(root).listing();
    } catch (NoSuchFileException e) {
      throw new CorpusException(shown + " does not exist (expected a folder)", e);
    } catch (NotDirectoryException e) {
      throw new CorpusException(shown + " is not a folder", e);
    } catch (IOException e) {
      throw new CorpusException(shown + " can't be listed: " + CorpusFolder.reason(e), e);
    }
  }

  private CorpusListing listing() throws IOException {
    folders.add(new FolderVisitor(root, "", List.of(), findings));
    while (!folders.isEmpty()) {
      FolderVisitor visitor = folders.remove();
      Files.walkFileTree(visitor.base(), visitor);
      visitor.links().stream().sorted(Comparator.comparing(Link::path)).forEach(this::follow);
    }
    return findings.listing();
  }

  private void follow(Link link) {
    try {
      Path target = link.location().toRealPath();
      BasicFileAttributes attributes = Files.readAttributes(target, BasicFileAttributes.class);
      boolean article = FileForm.of(link.path()) != FileForm.NONE;
      if (attributes.isDirectory()) {
        folder(link, target);
      } else if (article && !target.startsWith(root)) {
        findings.problem(link.path(), CorpusFolder.OUTSIDE);
      } else {
        findings.file(link.path(), attributes);
      }
    } catch (IOException e) {
      findings.problem(
          link.path(), "the link leads nowhere: " + CorpusFolder.reason(e) + " (expected a file)");
    }
  }

  private void folder(Link link, Path target) {
    if (!target.startsWith(root)) {
      findings.problem(link.path(), CorpusFolder.OUTSIDE);
    } else if (link.isBelow(target)) {
      findings.problem(
          link.path(), "the link leads back to a folder that it stands in (expected no circle)");
    } else if (!linkedFolders.add(target)) {
      findings.problem(
          link.path(), "the link leads to a folder that another link leads to (expected one link)");
    } else {
      folders.add(new FolderVisitor(target, link.path() + "/", link.chain(), findings));
    }
  }
}
