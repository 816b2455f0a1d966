package dev.broadsheet.lucene;

import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.FacetField;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Adds up how widely a story is told. */
final class CoverageCount {
  private final Snapshot snapshot;
  private final Set<Integer> providers = new HashSet<>();
  private long items;
  private OptionalLong first = OptionalLong.empty();
  private OptionalLong last = OptionalLong.empty();

  CoverageCount(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Counts an item and, where it has one, its date in milliseconds of the epoch. */
  void add(int document, OptionalLong date) {
    items++;
    var leaf = snapshot.leaf(document);
    snapshot
        .facets()
        .table(FacetField.PROVIDER)
        .segment(leaf.ord)
        .forEach(document - leaf.docBase, providers::add);
    if (date.isPresent()) {
      long millis = date.getAsLong();
      first = OptionalLong.of(Math.min(first.orElse(millis), millis));
      last = OptionalLong.of(Math.max(last.orElse(millis), millis));
    }
  }

  Coverage coverage() {
    return new Coverage(items, providers.size(), instant(first), instant(last));
  }

  private static Optional<Instant> instant(OptionalLong millis) {
    return millis.isPresent()
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }
}
