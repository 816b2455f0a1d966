package dev.broadsheet.opensearch;

import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.Wanted;
import dev.broadsheet.words.WantedBeginning;
import dev.broadsheet.words.WantedPhrase;
import dev.broadsheet.words.WantedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes apart what is looked for. How its parts are combined does not matter: what is there of a
 * match is marked, wherever the rest of it is. Only what is excluded is left out.
 */
final class SoughtMarks {
  private static final List<String> FIELDS = SearchFields.marked();

  private final List<Wanted> found = new ArrayList<>();
  private int word;

  private SoughtMarks() {}

  /** What is marked; each clause of the query is one word, whatever it is made of. */
  static List<Wanted> read(Sought query) {
    var marks = new SoughtMarks();
    for (Sought clause : clauses(query)) {
      marks.add(clause);
      marks.word++;
    }
    return marks.found;
  }

  private static List<Sought> clauses(Sought query) {
    return switch (query) {
      case Sought.Times times -> clauses(times.query());
      case Sought.Alike alike -> clauses(alike.query());
      case Sought.Any any -> only(any.queries());
      case Sought.All all -> only(parts(all));
      default -> List.of(query);
    };
  }

  private static List<Sought> only(List<Sought> clauses) {
    return clauses.size() == 1 ? clauses(clauses.getFirst()) : clauses;
  }

  private static List<Sought> parts(Sought.All all) {
    return Stream.of(all.parts().required(), all.parts().optional(), all.parts().filtering())
        .flatMap(List::stream)
        .toList();
  }

  private void add(Sought sought) {
    switch (sought) {
      case Sought.Term term -> add(term.field(), term.token());
      case Sought.AnyOf any -> any.tokens().forEach(token -> add(any.field(), token));
      case Sought.Phrase phrase -> add(phrase);
      case Sought.Begun begun -> {
        if (FIELDS.contains(begun.field())) {
          found.add(new WantedBeginning(begun.field(), word, begun.beginning()));
        }
      }
      case Sought.ByQuality quality -> add(quality.matching());
      case Sought.Times times -> add(times.query());
      case Sought.Any any -> any.queries().forEach(this::add);
      case Sought.Best best -> best.queries().forEach(this::add);
      case Sought.Alike alike -> add(alike.query());
      case Sought.All all -> parts(all).forEach(this::add);
      case Sought.Enough enough -> add(enough.coverage());
      case Sought.Among among -> {
        add(among.enough());
        among.scores().forEach(this::add);
      }
      case Sought.Aged aged -> add(aged.query());
      case Sought.Restricted restricted -> add(restricted.query());
      case Sought.Shared shared -> shared.terms().forEach(this::add);
      case Sought.Items _, Sought.Nothing _, Sought.Holding _ -> {
        // Nothing of these is a word.
      }
    }
  }

  private void add(String field, String token) {
    if (field.equals(SearchFields.BEGINNING)) {
      found.add(new WantedBeginning(SearchFields.TEXT, word, token));
    } else if (FIELDS.contains(field)) {
      found.add(new WantedWord(field, word, token));
    }
  }

  private void add(Sought.Phrase phrase) {
    if (!FIELDS.contains(phrase.field())) {
      return;
    }
    if (phrase.tokens().size() == 1) {
      add(phrase.field(), phrase.tokens().getFirst());
      return;
    }
    List<Integer> distances =
        IntStream.range(0, phrase.tokens().size()).map(i -> i * phrase.apart()).boxed().toList();
    found.add(
        new WantedPhrase(
            phrase.field(),
            word,
            phrase.tokens().stream().map(Set::of).toList(),
            distances,
            phrase.slop()));
  }
}
