package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.words.Wanted;
import dev.broadsheet.words.WantedBeginning;
import dev.broadsheet.words.WantedPhrase;
import dev.broadsheet.words.WantedWord;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

final class WantedReaderTest {
  private static final String TEXT = Schema.TEXT;

  private static List<Wanted> read(Query query) {
    return WantedReader.read(query, Set.of(TEXT));
  }

  private static Query term(String text) {
    return new TermQuery(new Term(TEXT, text));
  }

  private static BooleanQuery.Builder all(Occur occur, Query... queries) {
    var all = new BooleanQuery.Builder();
    List.of(queries).forEach(query -> all.add(query, occur));
    return all;
  }

  @Test
  void formsInOneClauseAreOneWord() {
    Query forms = all(Occur.MUST, term("run"), term("running")).build();
    Query synonyms =
        new SynonymQuery.Builder(TEXT)
            .addTerm(new Term(TEXT, "bank"))
            .addTerm(new Term(TEXT, "shore"))
            .build();
    assertThat(read(new BoostQuery(all(Occur.SHOULD, forms, synonyms).build(), 2)))
        .containsExactlyInAnyOrder(
            new WantedWord(TEXT, 0, "run"),
            new WantedWord(TEXT, 0, "running"),
            new WantedWord(TEXT, 1, "bank"),
            new WantedWord(TEXT, 1, "shore"));
  }

  @Test
  void clausesAreLookedForWithinTheOnlyOne() {
    Query words = all(Occur.SHOULD, term("run"), term("bank")).build();
    assertThat(read(all(Occur.MUST, words).build()))
        .containsExactly(new WantedWord(TEXT, 0, "run"), new WantedWord(TEXT, 1, "bank"));
  }

  @Test
  void excludedIsNotWanted() {
    Query inner =
        all(Occur.SHOULD, term("run"), term("bank")).add(term("sea"), Occur.MUST_NOT).build();
    Query outer = all(Occur.MUST, inner, term("lake")).add(term("river"), Occur.MUST_NOT).build();
    assertThat(read(outer))
        .containsExactlyInAnyOrder(
            new WantedWord(TEXT, 0, "run"),
            new WantedWord(TEXT, 0, "bank"),
            new WantedWord(TEXT, 1, "lake"));
  }

  @Test
  void phraseIsWantedWhole_andBeginningByItsLetters() {
    var phrase =
        new PhraseQuery.Builder()
            .add(new Term(TEXT, "bank"), 3)
            .add(new Term(TEXT, "england"), 5)
            .setSlop(1)
            .build();
    Query beginning = new PrefixQuery(new Term(TEXT, "intel"));
    assertThat(read(all(Occur.SHOULD, phrase, beginning).build()))
        .containsExactly(
            new WantedPhrase(TEXT, 0, List.of(Set.of("bank"), Set.of("england")), List.of(0, 2), 1),
            new WantedBeginning(TEXT, 1, "intel"));
  }

  @Test
  void whatIsLookedForInOtherFieldsIsNotWanted() {
    Query elsewhere = new PhraseQuery("provider", "bank", "england");
    Query item = new TermQuery(new Term(Schema.ITEM, "item"));
    assertThat(read(all(Occur.SHOULD, elsewhere, item).build())).isEmpty();
  }
}
