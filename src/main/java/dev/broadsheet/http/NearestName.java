package dev.broadsheet.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses the name that was meant by a mistyped one. */
final class NearestName {
  private NearestName() {}

  /** The name with the fewest edits to it, the first of them; empty where none is near. */
  static Optional<String> of(String typed, Collection<String> names) {
    String lower = typed.toLowerCase(Locale.ROOT);
    int allowed = lower.length() <= 3 ? 1 : 2;
    if (lower.length() > 40) {
      return Optional.empty();
    }
    record Candidate(String name, int edits) {}
    return names.stream()
        .map(name -> new Candidate(name, edits(lower, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.edits() <= allowed)
        .filter(near -> near.edits() < Math.min(lower.length(), near.name().length()))
        .min(Comparator.comparingInt(Candidate::edits))
        .map(Candidate::name);
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). */
  static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int substituted = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(substituted, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}
