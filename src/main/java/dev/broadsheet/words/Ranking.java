package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much each part of a match counts. The defaults are measured: {@code docs/ranking.md} has the
 * figures, and says how flat they are around each default.
 *
 * @param texts how much the texts of an item count
 * @param bonus what counts besides the words themselves
 * @param relaxing when items that lack some of the words are found too
 * @param recency how much newer items are favoured
 */
public record Ranking(Texts texts, Bonus bonus, Relaxing relaxing, Recency recency) {
  /** The measured defaults, and no boost by age. */
  public static final Ranking DEFAULT =
      new Ranking(Texts.DEFAULT, Bonus.DEFAULT, Relaxing.DEFAULT, Recency.OFF);

  /** All numbers of it, in one order, to tell one ranking from another. */
  public List<Object> numbers() {
    return List.of(
        texts.title(),
        texts.excerpt(),
        texts.topic(),
        texts.provider(),
        texts.body(),
        bonus.exact(),
        bonus.proximity(),
        bonus.synonym(),
        bonus.feedback(),
        relaxing.shortWords(),
        relaxing.below(),
        relaxing.longBelow(),
        relaxing.enough(),
        recency.weight(),
        recency.halfLife());
  }

  /** The same with another rule for relaxing. */
  public Ranking withRelaxing(Relaxing other) {
    return new Ranking(texts, bonus, other, recency);
  }

  /** The same with another bonus. */
  public Ranking withBonus(Bonus other) {
    return new Ranking(texts, other, relaxing, recency);
  }

  /** The same with another boost by age. */
  public Ranking withRecency(Recency other) {
    return new Ranking(texts, bonus, relaxing, other);
  }

  /** The same with other weights of the texts. */
  public Ranking withTexts(Texts other) {
    return new Ranking(other, bonus, relaxing, recency);
  }

  /**
   * How much the texts of an item count. A word in title, excerpt, topics or outlet counts as so
   * many words of one text, as BM25F has it (Robertson, Zaragoza and Taylor, "Simple BM25 extension
   * to multiple weighted fields", CIKM 2004); these four are part of the index, and take effect
   * with the next reindex, which builds anew.
   *
   * @param title 1 to 10
   * @param excerpt 0 to 10; 0 leaves it out of all searches but those that are limited to it
   * @param topic 0 to 10
   * @param provider 0 to 10
   * @param body how much a match in the body counts, as a share of one in the other texts, 0 to 1
   */
  public record Texts(int title, int excerpt, int topic, int provider, double body) {
    /** The title three times, the body less than half. */
    public static final Texts DEFAULT = new Texts(3, 1, 1, 1, 0.4);

    /** Checks the ranges. */
    public Texts {
      Range.require("title weight", title, 1, 10);
      Range.require("excerpt weight", excerpt, 0, 10);
      Range.require("topic weight", topic, 0, 10);
      Range.require("provider weight", provider, 0, 10);
      Range.require("body weight", body, 0, 1);
    }

    /** How often a text is in the field that holds all but the body. */
    public int times(TextQuery.Field field) {
      return switch (field) {
        case TITLE -> title;
        case EXCERPT -> excerpt;
        case TOPIC -> topic;
        case PROVIDER -> provider;
        case BODY -> 0;
      };
    }
  }

  /**
   * What counts besides the words themselves.
   *
   * @param exact the share of a word's weight that only its exact form earns, 0 to 1; the rest is
   *     earned by every form with the same stem
   * @param proximity how much two neighbouring words of the query that stand near each other in an
   *     item count, as a share of what the two words count themselves; 0 turns it off
   * @param synonym how much a synonym counts, as a share of the word that was typed, above 0 to 1
   * @param feedback how much the words count that the best items of a relaxed search have in
   *     common, as a share of what the typed words count; 0 turns it off
   */
  public record Bonus(double exact, double proximity, double synonym, double feedback) {
    /** As measured. */
    public static final Bonus DEFAULT = new Bonus(0.2, 0.3, 0.8, 0.5);

    /** Checks the ranges. */
    public Bonus {
      Range.require("exact weight", exact, 0, 1);
      Range.require("proximity weight", proximity, 0, 10);
      Range.require("synonym weight", synonym, Double.MIN_VALUE, 1);
      Range.require("feedback weight", feedback, 0, 10);
    }
  }

  /**
   * When items that lack some of the words are found too, behind those that have all.
   *
   * @param shortWords a query of up to so many words is short, and wants all of them; 0 to 100
   * @param below a short query is relaxed where fewer items than this have all words; 0 for never
   * @param longBelow the same for a longer query
   * @param enough as much of a longer query is required as leaves so many items, at least 1; of a
   *     short one, as much as leaves as many as it wants
   */
  public record Relaxing(int shortWords, int below, int longBelow, int enough) {
    /** A short query fills its first page, a long one its first ten. */
    public static final Relaxing DEFAULT = new Relaxing(3, 10, 100, 1000);

    /** Every word is always required. */
    public static final Relaxing OFF = new Relaxing(3, 0, 0, 1000);

    /** Checks the ranges. */
    public Relaxing {
      Range.require("relaxing words", shortWords, 0, 100);
      Range.require("relaxing below", below, 0, 10_000);
      Range.require("relaxing below for long queries", longBelow, 0, 10_000);
      Range.require("relaxing enough", enough, 1, 1_000_000);
    }

    /** Fewer items than this with all of so many words are too few. */
    public int tooFew(int words) {
      return isShort(words) ? below : longBelow;
    }

    /** As much of so many words is required as leaves this many items. */
    public int enough(int words) {
      return isShort(words) ? below : enough;
    }

    /** Whether a query of so many words is short. */
    public boolean isShort(int words) {
      return words <= shortWords;
    }
  }

  /**
   * How much newer items are favoured: relevance is multiplied by {@code 1 - weight + weight *
   * 2^(-age / halfLife)}. The age is counted from when the index was committed, so that the same
   * index gives the same answer; an item without a date is as old as can be.
   *
   * @param weight 0 (not at all) to below 1
   * @param halfLife after which half of the weight is gone, above zero
   */
  public record Recency(double weight, Duration halfLife) {
    /** No boost. */
    public static final Recency OFF = new Recency(0, Duration.ofDays(7));

    /** Checks the ranges. */
    public Recency {
      if (!(weight >= 0 && weight < 1)) {
        throw new IllegalArgumentException(
            "recency weight: " + weight + " is not from 0 to below 1");
      }
      if (!halfLife.isPositive()) {
        throw new IllegalArgumentException("recency half-life: " + halfLife + " is not positive");
      }
    }

    /** Whether it changes anything. */
    public boolean isOn() {
      return weight > 0;
    }

    /** The factor at an age; what is yet to come is new. */
    public double factor(Duration age) {
      double halves = Math.max(0, (double) age.toMillis() / halfLife.toMillis());
      return 1 - weight + weight * Math.pow(2, -halves);
    }

    /** The factor of what has no date. */
    public double factorOfUndated() {
      return 1 - weight;
    }

    /** The factor at a time of what is of a date, or of none. */
    public double factor(Instant now, Optional<Instant> date) {
      return date.map(it -> factor(Duration.between(it, now))).orElseGet(this::factorOfUndated);
    }
  }

  /** A class of its own, as a part that is made before the whole must not need it. */
  private static final class Range {
    static void require(String what, double value, double min, double max) {
      if (!(value >= min && value <= max)) {
        throw new IllegalArgumentException(
            what + ": " + value + " is not from " + min + " to " + max);
      }
    }
  }
}
