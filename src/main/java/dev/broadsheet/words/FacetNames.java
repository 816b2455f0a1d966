package dev.broadsheet.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The values of a facet, found by the words of their names. Made of a table that never changes. */
public final class FacetNames {
  private final List<Name> byWord;

  private FacetNames(List<Name> byWord) {
    this.byWord = byWord;
  }

  /**
   * A word of a name.
   *
   * @param word one of {@code words}
   * @param value of the table
   * @param items how many live ones hold the value
   * @param words all of the name
   */
  private record Name(String word, int value, long items, List<String> words) {}

  public static FacetNames of(FacetValues table) {
    List<Name> byWord = new ArrayList<>();
    for (int value = 0; value < table.size(); value++) {
      if (table.liveCount(value) > 0) {
        List<String> words = words(table.shown(value));
        for (String word : words) {
          byWord.add(new Name(word, value, table.liveCount(value), words));
        }
      }
    }
    byWord.sort(Comparator.comparing(Name::word).thenComparingInt(Name::value));
    return new FacetNames(List.copyOf(byWord));
  }

  /** The words of a value and of its label. */
  public static List<String> words(FacetTerm term) {
    return Stream.concat(
            Analyzers.words(term.label()).stream(), Analyzers.words(term.value()).stream())
        .distinct()
        .toList();
  }

  /** The most frequent values whose names hold what was typed, most frequent first. */
  public List<Integer> matching(TypedText typed, int size) {
    String beginning = typed.isFinished() ? typed.whole().getLast() : typed.last();
    int first = first(beginning);
    List<Name> found = new ArrayList<>();
    for (int i = first; i < byWord.size() && byWord.get(i).word().startsWith(beginning); i++) {
      if (typed.isWithin(byWord.get(i).words())) {
        found.add(byWord.get(i));
      }
    }
    return found.stream()
        .sorted(Comparator.comparingLong(Name::items).reversed().thenComparingInt(Name::value))
        .map(Name::value)
        .distinct()
        .limit(size)
        .toList();
  }

  /** Where the words with a beginning begin. */
  private int first(String beginning) {
    int low = 0;
    int high = byWord.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byWord.get(middle).word().compareTo(beginning) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
