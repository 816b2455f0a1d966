package dev.broadsheet.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds a phrase in one text: is told of each of its words as they are met, and then says where
 * they stand together. What it finds is what Lucene's phrase query matches, but that it may find
 * more of a loose phrase in which a word is repeated.
 */
public final class PhraseMarks {
  private final WantedPhrase phrase;
  private final List<List<Occurrence>> places;

  public PhraseMarks(WantedPhrase phrase) {
    this.phrase = phrase;
    this.places =
        phrase.places().stream().map(_ -> (List<Occurrence>) new ArrayList<Occurrence>()).toList();
  }

  private record Occurrence(int position, int start, int end) {}

  /** A word of the phrase, in the order of the text. */
  public void add(int place, int position, int start, int end) {
    List<Occurrence> met = places.get(place);
    // Two terms of one place may be at one position: a word and its stem, say.
    if (met.isEmpty() || met.getLast().position() != position) {
      met.add(new Occurrence(position, start, end));
    }
  }

  /** Hands out where the phrase is. */
  public void find(Consumer<Mark> consumer) {
    if (places.stream().anyMatch(List::isEmpty)) {
      return;
    }
    var window = new Window();
    do {
      int first = window.first();
      window.tighten(first);
      if (window.width(first) <= phrase.slop() && window.isOfDifferentWords()) {
        consumer.accept(window.mark());
      }
      if (!window.advance(first)) {
        return;
      }
    } while (true);
  }

  /**
   * One occurrence of each place. By the shift of an occurrence is meant where the phrase would
   * begin for it to be in place: in an exact phrase, all shifts are the same.
   */
  private final class Window {
    private final int[] at = new int[places.size()];

    private Occurrence occurrence(int place) {
      return places.get(place).get(at[place]);
    }

    private int shift(int place, int index) {
      return places.get(place).get(index).position() - phrase.distances().get(place);
    }

    private int shift(int place) {
      return shift(place, at[place]);
    }

    /** The place with the lowest shift. */
    int first() {
      int first = 0;
      for (int place = 1; place < at.length; place++) {
        if (shift(place) < shift(first)) {
          first = place;
        }
      }
      return first;
    }

    /** Takes the last occurrence of the first place that leaves it the first. */
    void tighten(int first) {
      int second = Integer.MAX_VALUE;
      for (int place = 0; place < at.length; place++) {
        if (place != first) {
          second = Math.min(second, shift(place));
        }
      }
      List<Occurrence> met = places.get(first);
      while (at[first] + 1 < met.size() && shift(first, at[first] + 1) <= second) {
        at[first]++;
      }
    }

    int width(int first) {
      int last = first;
      for (int place = 0; place < at.length; place++) {
        if (shift(place) > shift(last)) {
          last = place;
        }
      }
      return shift(last) - shift(first);
    }

    /** Whether no word of the text stands for two places that a term repeats in. */
    boolean isOfDifferentWords() {
      for (int place = 1; phrase.slop() > 0 && place < at.length; place++) {
        for (int other = 0; other < place; other++) {
          if (occurrence(place).position() == occurrence(other).position()
              && !Collections.disjoint(phrase.places().get(place), phrase.places().get(other))) {
            return false;
          }
        }
      }
      return true;
    }

    boolean advance(int place) {
      return ++at[place] < places.get(place).size();
    }

    Mark mark() {
      int start = Integer.MAX_VALUE;
      int end = 0;
      for (int place = 0; place < at.length; place++) {
        start = Math.min(start, occurrence(place).start());
        end = Math.max(end, occurrence(place).end());
      }
      return new Mark(start, end, phrase.word());
    }
  }
}
