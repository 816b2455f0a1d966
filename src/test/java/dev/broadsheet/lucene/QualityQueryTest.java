package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On several segments with deleted documents in them. */
final class QualityQueryTest {
  private static final int ARTICLES = 3000;
  private static final List<String> WORDS = List.of("bank", "band", "river", "moon");

  @TempDir private Path folder;
  private FSDirectory directory;
  private IndexSearcher searcher;

  @BeforeEach
  void index() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("QualityQueryTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      articles.add(
          article("q" + i)
              .title(WORDS.get(random.nextInt(WORDS.size())) + " w" + random.nextInt(50))
              .quality(Math.exp(random.nextGaussian() + 4)));
    }
    TestIndex.writeInSteps(LuceneEngine.target(folder, LuceneSettings.DEFAULT), articles, 3);
    String generation = Files.readString(folder.resolve("CURRENT")).strip();
    directory = FSDirectory.open(folder.resolve(generation));
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new QualitySimilarity());
  }

  @AfterEach
  void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
  }

  @Test
  void itScoresAsAConjunctionWithAllItems() throws IOException {
    assertThatScoresAreThoseOfAConjunction(word("bank"), ARTICLES);
    assertThatScoresAreThoseOfAConjunction(new PrefixQuery(new Term(Schema.TEXT, "ba")), ARTICLES);
  }

  @Test
  void theBestOfManyAreTheBest() throws IOException {
    assertThatScoresAreThoseOfAConjunction(word("moon"), 10);
  }

  @Test
  void withinAFilter_itScoresTheSame() throws IOException {
    Query expected = within(conjunction(word("bank")), word("w7"));
    Query actual = within(new QualityQuery(word("bank")), word("w7"));

    assertThatHitsAreAlike(best(actual, ARTICLES), best(expected, ARTICLES));
  }

  @Test
  void whatMatchesNothing_isNothing() throws IOException {
    assertThat(best(new QualityQuery(word("nothing")), 10)).isEmpty();
  }

  private void assertThatScoresAreThoseOfAConjunction(Query matching, int wanted)
      throws IOException {
    ScoreDoc[] expected = best(conjunction(matching), wanted);

    assertThat(expected).isNotEmpty();
    assertThatHitsAreAlike(best(new QualityQuery(matching), wanted), expected);
  }

  private static void assertThatHitsAreAlike(ScoreDoc[] actual, ScoreDoc[] expected) {
    assertThat(actual)
        .usingElementComparator((one, other) ->
            one.doc == other.doc && one.score == other.score && one.score > 0 ? 0 : 1)
        .containsExactly(expected);
  }

  private static Query conjunction(Query matching) {
    return within(QueryTranslator.items(), matching);
  }

  private static Query within(Query scored, Query filter) {
    return new BooleanQuery.Builder().add(scored, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  private static Query word(String word) {
    return new TermQuery(new Term(Schema.TEXT, word));
  }

  private ScoreDoc[] best(Query query, int wanted) throws IOException {
    return searcher.search(query, wanted).scoreDocs;
  }
}
