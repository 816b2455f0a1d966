package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form and its stem score as a disjunction of the two does, whatever is skipped. */
final class FormQueryTest {
  private static final int DOCUMENTS = 30_000;
  private static final int WANTED = 10;
  private static final String STEM = "compani";

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private IndexSearcher searcher;

  /** Each form stands beside the stem; the one is frequent, the other rare. */
  @BeforeEach
  void index() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("FormQueryTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    var settings = new IndexWriterConfig(new WhitespaceAnalyzer());
    settings.setSimilarity(new QualitySimilarity());
    try (var writer = new IndexWriter(directory, settings)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(document(random));
      }
      writer.forceMerge(1);
      writer.deleteDocuments(new Term("tenth", "3"));
    }
    reader = DirectoryReader.open(directory);
    searcher = new TimedSearcher(reader);
    searcher.setSimilarity(new QualitySimilarity());
  }

  private static Document document(Random random) {
    var text = new StringBuilder();
    for (int words = 1 + random.nextInt(30); words > 0; words--) {
      int word = random.nextInt(400);
      text.append(
          word == 0
              ? " companionable " + STEM
              : word < 20 ? " companies " + STEM : word < 60 ? " company " + STEM : " other");
    }
    var document = new Document();
    document.add(new TextField(Schema.TEXT, text.toString(), Store.NO));
    document.add(new StringField("tenth", "" + random.nextInt(10), Store.NO));
    return document;
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "companies", "companionable", "companying"})
  void best_areThoseOfADisjunction(String form) throws IOException {
    assertThatBestAreThose(withForm(form), either(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "companies", "companionable"})
  void bestOfAFilter_areThoseOfADisjunction(String form) throws IOException {
    assertThatBestAreThose(filtered(withForm(form)), filtered(either(form)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"company", "companies", "companionable"})
  void bestWithAnother_areThoseOfADisjunction(String form) throws IOException {
    assertThatBestAreThose(with(withForm(form), Occur.SHOULD), with(either(form), Occur.SHOULD));
    assertThatBestAreThose(with(withForm(form), Occur.MUST), with(either(form), Occur.MUST));
  }

  @Test
  void itMatchesWhatHasTheStem() throws IOException {
    assertThat(searcher.count(withForm("company"))).isEqualTo(searcher.count(term(STEM, 1)));
  }

  @Test
  void stemThatCountsForNothing_boundsNothing() throws IOException {
    assertThat(FormQuery.of(term(STEM, 0.1f), term("company", 0.9f)).isBounded()).isTrue();
    assertThat(FormQuery.of(term(STEM, 0), term("company", 1)).isBounded()).isFalse();
  }

  @Test
  void explanation_isTheScore() throws IOException {
    for (ScoreDoc hit : best(withForm("company"), WANTED)) {
      assertThat(searcher.explain(withForm("company"), hit.doc).getValue().floatValue())
          .isCloseTo(hit.score, Offset.offset(1e-5f));
    }
  }

  /** All hits are put in order without skipping; of the best, that skips what it can. */
  private void assertThatBestAreThose(Query query, Query expected) throws IOException {
    ScoreDoc[] all = best(expected, DOCUMENTS);
    ScoreDoc[] best = best(query, WANTED);
    assertThat(best).hasSize(WANTED);
    for (int i = 0; i < WANTED; i++) {
      assertThat(best[i].score).isCloseTo(all[i].score, Offset.offset(1e-5f));
      assertThat(score(all, best[i].doc)).isCloseTo(best[i].score, Offset.offset(1e-5f));
    }
    assertThat(best(query, DOCUMENTS)).hasSameSizeAs(all);
  }

  private static float score(ScoreDoc[] hits, int document) {
    for (ScoreDoc hit : hits) {
      if (hit.doc == document) {
        return hit.score;
      }
    }
    return Float.NaN;
  }

  private ScoreDoc[] best(Query query, int wanted) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(wanted, 1)).scoreDocs;
  }

  private Query withForm(String form) throws IOException {
    return FormQuery.of(term(STEM, 0.8f), term(form, 0.2f));
  }

  private Query either(String form) throws IOException {
    return new BooleanQuery.Builder()
        .add(term(STEM, 0.8f), Occur.SHOULD)
        .add(term(form, 0.2f), Occur.SHOULD)
        .build();
  }

  private Query filtered(Query query) throws IOException {
    return new BooleanQuery.Builder()
        .add(query, Occur.MUST)
        .add(new TermQuery(new Term("tenth", "4")), Occur.FILTER)
        .build();
  }

  private Query with(Query query, Occur occur) throws IOException {
    return new BooleanQuery.Builder().add(query, occur).add(term("other", 1), occur).build();
  }

  private Query term(String text, float weight) throws IOException {
    var term = new Term(Schema.TEXT, text);
    return new BoostQuery(new TermQuery(term, TermStates.build(searcher, term, true)), weight);
  }
}
