package dev.broadsheet.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A symbolic link that was met.
 *
 * @param path by which it was met, relative to the corpus
 * @param location where it is, with no link in between
 * @param outer where the links are that were followed to get there
 */
record Link(String path, Path location, List<Path> outer) {
  /** Whether it is in a folder, or would come by it again. */
  boolean isBelow(Path folder) {
    return chain().stream().anyMatch(place -> place.startsWith(folder));
  }

  /** Where the links are that were followed, with this one. */
  List<Path> chain() {
    List<Path> chain = new ArrayList<>(outer);
    chain.add(location);
    return chain;
  }
}
