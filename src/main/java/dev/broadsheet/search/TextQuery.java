package dev.broadsheet.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a visitor typed, understood. An item matches where every group has an alternative that
 * matches and nothing excluded does.
 *
 * @param groups each a choice of alternatives: {@code a OR b} is one group, {@code a b} are two
 * @param excluded what must not match
 */
public record TextQuery(List<Group> groups, List<Term> excluded) {
  /** Nothing typed: every item matches. */
  public static final TextQuery ALL = new TextQuery(List.of(), List.of());

  private static final int BYTES_PER_TERM = 120;

  /** Copies the lists. */
  public TextQuery {
    groups = List.copyOf(groups);
    excluded = List.copyOf(excluded);
  }

  /** Whether there is nothing to look for and nothing to exclude. */
  public boolean isEmpty() {
    return groups.isEmpty() && excluded.isEmpty();
  }

  /** About how many bytes it takes in memory. */
  public int bytes() {
    return Stream.concat(
            groups.stream().flatMap(group -> group.alternatives().stream()), excluded.stream())
        .mapToInt(term -> BYTES_PER_TERM + term.text().length())
        .sum();
  }

  /**
   * Alternatives, any of which will do.
   *
   * @param alternatives at least one
   */
  public record Group(List<Term> alternatives) {
    /** Checks that there is one. */
    public Group {
      alternatives = List.copyOf(alternatives);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("alternatives: there must be one");
      }
    }
  }

  /** What a text field may be limited to. */
  public enum Field {
    /** The headline. */
    TITLE,
    /** The summary. */
    EXCERPT,
    /** The article itself. */
    BODY,
    /** Name and domain of the outlet. */
    PROVIDER,
    /** The topics, as text. */
    TOPIC
  }

  /** The smallest thing to look for. */
  public sealed interface Term {
    /** Where to look; everywhere, if empty. */
    Optional<Field> field();

    /** The text as typed, without the syntax around it. */
    String text();
  }

  /**
   * A word.
   *
   * @param field where to look
   * @param text as typed; what an analyzer makes several words of is looked for as a phrase
   */
  public record Word(Optional<Field> field, String text) implements Term {}

  /**
   * The beginning of a word.
   *
   * @param field where to look
   * @param text as typed, without the star
   */
  public record Prefix(Optional<Field> field, String text) implements Term {}

  /**
   * A word that is still being typed: it, or any word that begins with it.
   *
   * @param field where to look
   * @param text as typed so far
   */
  public record Unfinished(Optional<Field> field, String text) implements Term {}

  /**
   * Words side by side.
   *
   * @param field where to look
   * @param text as typed, without the quotes
   */
  public record Phrase(Optional<Field> field, String text) implements Term {}
}
