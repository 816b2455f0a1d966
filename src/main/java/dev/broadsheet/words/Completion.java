package dev.broadsheet.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A phrase that what was typed may become, and how often it was met. */
public final class Completion {
  /** What is met so often is a phrase. */
  public static final int OFTEN = 2;

  /** A phrase goes where one that goes on from it is nearly as frequent. */
  private static final double NEARLY = 0.6;

  private final Fit fit;
  private final Map<String, Integer> spellings = new HashMap<>();
  private int met;
  private int metLonger;

  /** How a phrase holds what was typed, from best to least. */
  public enum Fit {
    /** It begins with it. */
    BEGINS(1),
    /** It holds it. */
    HOLDS(0.3),
    /** It is made up: the words are typed so, but stand apart in the texts. */
    APART(0.05);

    private final double weight;

    Fit(double weight) {
      this.weight = weight;
    }
  }

  public Completion(Fit fit) {
    this.fit = fit;
  }

  public void meet(String spelling, int times) {
    spellings.merge(spelling, times, Integer::sum);
    met += times;
  }

  /** Takes note of a phrase that goes on from this one. */
  public void meetLonger(Completion longer) {
    metLonger = Math.max(metLonger, longer.met);
  }

  /** Whether it was met so many times, and not nearly always as the beginning of a longer one. */
  public boolean isWorthIt(int often) {
    return met >= often && (metLonger < OFTEN || metLonger < NEARLY * met);
  }

  /** How good a completion it is by what was met. */
  public double weight() {
    return met * fit.weight;
  }

  /** How good a completion it is, given how many items it finds. */
  public double score(long items) {
    return Math.log1p((double) items) + Math.log(weight());
  }

  /** As it is most often written. */
  public String text() {
    Comparator<Map.Entry<String, Integer>> byTimes = Map.Entry.comparingByValue();
    return WrittenText.alone(
        spellings.entrySet().stream()
            .max(byTimes.thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .orElseThrow()
            .getKey());
  }
}
