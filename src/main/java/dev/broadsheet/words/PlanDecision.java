package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import dev.broadsheet.search.TextQueryFormatter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was decided about a visitor's words, where the index had a say in it. A cursor carries it,
 * so that later pages go on as the first began, whatever the index has become since.
 *
 * @param corrections near spellings, by the word as typed; several words are looked for side by
 *     side
 * @param relaxation how items are taken that lack some of the words; empty where none are
 * @param scoredAt what the ages of items are counted from
 */
public record PlanDecision(
    Map<String, String> corrections, Optional<Relaxation> relaxation, Instant scoredAt) {
  private static final int BYTES_PER_WORD = 120;

  /** Copies the corrections, in their order. */
  public PlanDecision {
    corrections = Collections.unmodifiableMap(new LinkedHashMap<>(corrections));
  }

  /**
   * How words are relaxed.
   *
   * @param loosened whether phrases are read as words
   * @param least how much of the words, by their weights, has to be there
   * @param feedback stems that the best items have in common, and by how much each counts
   */
  public record Relaxation(boolean loosened, float least, Map<String, Float> feedback) {
    /** Copies the stems, in their order. */
    public Relaxation {
      feedback = Collections.unmodifiableMap(new LinkedHashMap<>(feedback));
    }
  }

  /** The words as typed, all of them. */
  public static PlanDecision asTyped(Instant scoredAt) {
    return new PlanDecision(Map.of(), Optional.empty(), scoredAt);
  }

  /** The same with these near spellings. */
  public PlanDecision with(Map<String, String> spellings) {
    return new PlanDecision(spellings, relaxation, scoredAt);
  }

  /** Whether items are taken that lack some of the words. */
  public boolean relaxed() {
    return relaxation.isPresent();
  }

  /** About how many bytes it takes in memory. */
  public int bytes() {
    return Stream.concat(
            corrections.keySet().stream(),
            relaxation.stream().flatMap(it -> it.feedback().keySet().stream()))
        .mapToInt(word -> BYTES_PER_WORD + word.length())
        .sum();
  }

  /** The query in which each corrected word may also be what was probably meant. */
  public TextQuery corrected(TextQuery typed) {
    return new TextQuery(typed.groups().stream().map(this::corrected).toList(), typed.excluded());
  }

  /** The query with what was probably meant in place of what was typed, to be typed. */
  public String text(TextQuery typed) {
    List<Group> groups = new ArrayList<>();
    for (Group group : typed.groups()) {
      Group meant = new Group(group.alternatives().stream().map(this::meant).toList());
      // Two words that are meant to be one are each replaced by it.
      boolean joined = !meant.equals(group) && !groups.isEmpty() && groups.getLast().equals(meant);
      if (!joined) {
        groups.add(meant);
      }
    }
    return TextQueryFormatter.format(new TextQuery(groups, typed.excluded()));
  }

  private Term meant(Term term) {
    return correction(term)
        .<Term>map(meant -> new Word(meant.field(), meant.text()))
        .findFirst()
        .orElse(term);
  }

  private Group corrected(Group group) {
    List<Term> alternatives = new ArrayList<>(group.alternatives());
    group.alternatives().stream().flatMap(this::correction).forEach(alternatives::add);
    return new Group(alternatives);
  }

  private Stream<Term> correction(Term term) {
    Optional<String> meant =
        Optional.ofNullable(corrections.get(term.text())).filter(it -> term.field().isEmpty());
    return switch (term) {
      case Word word -> meant.<Term>map(text -> new Word(word.field(), text)).stream();
      case Unfinished word -> meant.<Term>map(text -> new Unfinished(word.field(), text)).stream();
      case TextQuery.Prefix _, TextQuery.Phrase _ -> Stream.empty();
    };
  }
}
