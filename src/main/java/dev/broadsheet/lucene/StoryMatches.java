package dev.broadsheet.lucene;

import dev.broadsheet.search.Coverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** What of a story matches. */
final class StoryMatches {
  private final CoverageCount coverage;
  private final List<Found.Ranked> members = new ArrayList<>();

  StoryMatches(Snapshot snapshot) {
    this.coverage = new CoverageCount(snapshot);
  }

  void add(Found.Ranked member, OptionalLong date) {
    coverage.add(member.document(), date);
    members.add(member);
  }

  Coverage coverage() {
    return coverage.coverage();
  }

  /** The best of them behind the very best. */
  List<Found.Ranked> nextBest(int wanted) {
    return members.stream()
        .sorted(Comparator.comparing(Found.Ranked::key))
        .skip(1)
        .limit(wanted)
        .toList();
  }
}
