package dev.broadsheet.lucene;

import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.Wanted;
import dev.broadsheet.words.WantedBeginning;
import dev.broadsheet.words.WantedPattern;
import dev.broadsheet.words.WantedPhrase;
import dev.broadsheet.words.WantedWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Takes a query apart into what it looks for. How its parts are combined does not matter: what is
 * there of a match is marked, wherever the rest of it is. Only what is excluded is left out.
 */
final class WantedReader extends QueryVisitor {
  private static final Set<String> MARKED = Set.copyOf(SearchFields.marked());

  private final Set<String> fields;
  private final List<Wanted> found = new ArrayList<>();
  private int word;

  private WantedReader(Set<String> fields) {
    this.fields = fields;
  }

  /**
   * What a query looks for in some fields.
   *
   * <p>Each clause of the query is one word, whatever it is made of: a stem, an exact form, a
   * synonym.
   */
  static List<Wanted> read(Query query) {
    return read(query, MARKED);
  }

  /** The same, of other fields. */
  static List<Wanted> read(Query query, Set<String> fields) {
    var reader = new WantedReader(fields);
    for (Query clause : clauses(query)) {
      clause.visit(reader);
      reader.word++;
    }
    return reader.found;
  }

  private static List<Query> clauses(Query query) {
    return switch (query) {
      case BoostQuery boost -> clauses(boost.getQuery());
      case ConstantScoreQuery constant -> clauses(constant.getQuery());
      case BooleanQuery all -> {
        List<Query> clauses =
            all.clauses().stream()
                .filter(clause -> !clause.isProhibited())
                .map(BooleanClause::query)
                .toList();
        yield clauses.size() == 1 ? clauses(clauses.getFirst()) : clauses;
      }
      default -> List.of(query);
    };
  }

  @Override
  public boolean acceptField(String field) {
    return fields.contains(field) || field.equals(Schema.BEGINNING);
  }

  @Override
  public QueryVisitor getSubVisitor(Occur occur, Query parent) {
    if (occur == Occur.MUST_NOT) {
      return EMPTY_VISITOR;
    }
    return switch (parent) {
      case PhraseQuery phrase -> {
        List<Set<Term>> places = Arrays.stream(phrase.getTerms()).map(Set::of).toList();
        addPhrase(phrase.getField(), places, phrase.getPositions(), phrase.getSlop());
        yield EMPTY_VISITOR;
      }
      case MultiPhraseQuery phrase -> {
        List<Set<Term>> places = Arrays.stream(phrase.getTermArrays()).map(Set::of).toList();
        String field = places.getFirst().iterator().next().field();
        addPhrase(field, places, phrase.getPositions(), phrase.getSlop());
        yield EMPTY_VISITOR;
      }
      default -> this;
    };
  }

  private void addPhrase(String field, List<Set<Term>> places, int[] positions, int slop) {
    if (!acceptField(field)) {
      return;
    }
    if (places.size() == 1) {
      places.getFirst().forEach(this::addWord);
      return;
    }
    List<Set<String>> texts = places.stream().map(WantedReader::texts).toList();
    List<Integer> distances =
        IntStream.of(positions).map(position -> position - positions[0]).boxed().toList();
    found.add(new WantedPhrase(field, word, texts, distances, slop));
  }

  private static Set<String> texts(Set<Term> terms) {
    Set<String> texts = new LinkedHashSet<>();
    terms.forEach(term -> texts.add(term.text()));
    return texts;
  }

  @Override
  public void consumeTerms(Query query, Term... terms) {
    for (Term term : terms) {
      if (term.field().equals(Schema.BEGINNING) && acceptField(Schema.TEXT)) {
        found.add(new WantedBeginning(Schema.TEXT, word, term.text()));
      } else if (acceptField(term.field())) {
        addWord(term);
      }
    }
  }

  private void addWord(Term term) {
    found.add(new WantedWord(term.field(), word, term.text()));
  }

  @Override
  public void consumeTermsMatching(
      Query query, String field, Supplier<ByteRunAutomaton> automaton) {
    found.add(
        query instanceof PrefixQuery prefix
            ? new WantedBeginning(field, word, prefix.getPrefix().text())
            : new WantedPattern(field, word, automaton.get()));
  }
}
