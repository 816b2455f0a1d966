package dev.broadsheet.words;

import dev.broadsheet.words.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Chooses the piece of a text that shows best what was found in it: whole sentences, those with the
 * most different words that were looked for, and of these the ones whose words are rare in the
 * text, or that stand first. A further sentence is to show words that those before it do not, if
 * there is such a one.
 */
public final class SnippetMaker {
  /** A text that is no longer is shown whole; of others, at most so many characters are. */
  public static final int MAX_LENGTH = 400;

  /** A snippet that is shorter is filled up with the sentences beside it. */
  private static final int ENOUGH = MAX_LENGTH / 2;

  private static final int MAX_SENTENCES = 3;
  private static final String GAP = " … ";

  /** A word that is not shown yet outweighs any number of those that are. */
  private static final double NEW_WORD = 1000;

  private final String text;
  private final List<Mark> marks;
  private final List<Candidate> candidates;
  private final double[] weights;
  private final TreeSet<Integer> chosen = new TreeSet<>();
  private int length;

  private SnippetMaker(String text, List<Mark> marks) {
    this.text = text;
    this.marks = marks;
    this.candidates = candidates(text, marks);
    this.weights = weights(candidates);
  }

  /** The best piece of a text, as HTML with its marks. */
  public static String snippet(String text, List<Mark> marks) {
    return text.length() <= MAX_LENGTH
        ? MarkedHtml.of(text, marks)
        : new SnippetMaker(text, marks).make();
  }

  /**
   * A sentence, or several that a mark joins.
   *
   * @param words that were found in it, a bit for each
   */
  private record Candidate(int start, int end, long words) {
    int length() {
      return end - start;
    }
  }

  private static List<Candidate> candidates(String text, List<Mark> marks) {
    List<Candidate> candidates = new ArrayList<>();
    int next = 0;
    int start = -1;
    int marked = 0;
    long words = 0;
    for (Sentence sentence : Sentences.of(text)) {
      start = start < 0 ? sentence.start() : start;
      for (; next < marks.size() && marks.get(next).start() < sentence.end(); next++) {
        words |= 1L << Math.min(marks.get(next).word(), Long.SIZE - 1);
        marked = Math.max(marked, marks.get(next).end());
      }
      if (marked <= sentence.end()) {
        candidates.add(new Candidate(start, sentence.end(), words));
        start = -1;
        words = 0;
      }
    }
    return candidates;
  }

  /** A word counts one, and a little more the fewer sentences have it. */
  private static double[] weights(List<Candidate> candidates) {
    int[] counts = new int[Long.SIZE];
    for (Candidate candidate : candidates) {
      for (long rest = candidate.words(); rest != 0; rest &= rest - 1) {
        counts[Long.numberOfTrailingZeros(rest)]++;
      }
    }
    return IntStream.of(counts).mapToDouble(count -> 1 + 1.0 / (1 + count)).toArray();
  }

  private double weight(long words) {
    double weight = 0;
    for (long rest = words; rest != 0; rest &= rest - 1) {
      weight += weights[Long.numberOfTrailingZeros(rest)];
    }
    return weight;
  }

  private String make() {
    if (candidates.isEmpty()) {
      return "";
    }
    int first = best(0, Integer.MAX_VALUE).orElse(0);
    Candidate best = candidates.get(first);
    if (best.length() > MAX_LENGTH) {
      return Cutting.of(text, best.start(), best.end(), marks).html(text, marks);
    }
    choose(first);
    long shown = best.words();
    OptionalInt next = best(shown, MAX_LENGTH - length);
    while (next.isPresent() && chosen.size() < MAX_SENTENCES) {
      choose(next.getAsInt());
      shown |= candidates.get(next.getAsInt()).words();
      next = best(shown, MAX_LENGTH - length);
    }
    fillUp(shown == 0 ? MAX_LENGTH : ENOUGH);
    return html();
  }

  private void choose(int index) {
    length += cost(index);
    chosen.add(index);
  }

  /** How much longer a sentence makes the snippet. */
  private int cost(int index) {
    boolean beside = chosen.contains(index - 1) || chosen.contains(index + 1);
    return candidates.get(index).length() + (beside ? 1 : GAP.length());
  }

  /** The sentence that adds most to the words that are shown; empty where none has one or fits. */
  private OptionalInt best(long shown, int room) {
    OptionalInt best = OptionalInt.empty();
    double most = 0;
    for (int i = 0; i < candidates.size(); i++) {
      long words = candidates.get(i).words();
      double gain = NEW_WORD * weight(words & ~shown) + weight(words);
      if (gain > most && !chosen.contains(i) && cost(i) <= room) {
        most = gain;
        best = OptionalInt.of(i);
      }
    }
    return best;
  }

  /** Adds what follows the chosen sentences, or comes before them, while there is not enough. */
  private void fillUp(int enough) {
    while (length < enough) {
      OptionalInt next = neighbour();
      if (next.isEmpty()) {
        return;
      }
      choose(next.getAsInt());
    }
  }

  private OptionalInt neighbour() {
    return IntStream.of(chosen.getLast() + 1, chosen.getFirst() - 1)
        .filter(i -> i >= 0 && i < candidates.size() && cost(i) <= MAX_LENGTH - length)
        .findFirst();
  }

  private String html() {
    var html = new MarkedHtml();
    int index = chosen.getFirst();
    while (true) {
      int start = candidates.get(index).start();
      while (chosen.contains(index + 1)) {
        index++;
      }
      html.add(text, start, candidates.get(index).end(), marks);
      Integer next = chosen.higher(index);
      if (next == null) {
        return html.toString();
      }
      html.add(GAP);
      index = next;
    }
  }
}
