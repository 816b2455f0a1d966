package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.util.ArrayList;
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
 * @param relaxed whether items are taken that lack some of the words
 */
record PlanDecision(Map<String, String> corrections, boolean relaxed) {
  /** The words as typed, all of them. */
  static final PlanDecision AS_TYPED = new PlanDecision(Map.of(), false);

  /** Copies the corrections, in their order. */
  PlanDecision {
    corrections = new LinkedHashMap<>(corrections);
  }

  /** The query in which each corrected word may also be what was probably meant. */
  TextQuery corrected(TextQuery typed) {
    return new TextQuery(typed.groups().stream().map(this::corrected).toList(), typed.excluded());
  }

  private Group corrected(Group group) {
    List<Term> alternatives = new ArrayList<>(group.alternatives());
    group.alternatives().stream().flatMap(this::correction).forEach(alternatives::add);
    return new Group(alternatives);
  }

  private Stream<Term> correction(Term term) {
    Optional<String> meant = Optional.ofNullable(corrections.get(term.text()));
    return switch (term) {
      case Word word -> meant.<Term>map(text -> new Word(word.field(), text)).stream();
      case Unfinished word -> meant.<Term>map(text -> new Unfinished(word.field(), text)).stream();
      case TextQuery.Prefix _, TextQuery.Phrase _ -> Stream.empty();
    };
  }
}
