package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.SortOrder;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A threshold is reached by the best, is not far below them, and takes none of them away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InitialThresholdTest {
  private static final int DOCUMENTS = InitialThreshold.VERY_FREQUENT + 30_000;
  private static final int WANTED = 11;

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;
  private TimedSearcher searcher;

  /** Nearly all have the word "most", one in ten "some", one in two hundred "few". */
  @BeforeAll
  void index() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("InitialThresholdTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    try (IndexWriter writer = writer(directory)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        writer.addDocument(document(random));
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = searcher(reader);
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    var settings = new IndexWriterConfig(new WhitespaceAnalyzer());
    settings.setSimilarity(new QualitySimilarity());
    return new IndexWriter(directory, settings);
  }

  private static TimedSearcher searcher(DirectoryReader reader) {
    var searcher = new TimedSearcher(reader);
    searcher.setSimilarity(new QualitySimilarity());
    return searcher;
  }

  private static Document document(Random random) {
    var text = new StringBuilder("other");
    for (int words = random.nextInt(12); words > 0; words--) {
      int word = random.nextInt(1000);
      text.append(word < 200 ? " mosts most" : word < 900 ? " most" : " other");
      text.append(word >= 980 ? " some" : word == 0 ? " few" : "");
    }
    var tokens = new WhitespaceTokenizer();
    tokens.setReader(new StringReader(text.toString()));
    QualitySimilarity.addQuality(tokens).setBoost(0.5f + random.nextFloat());
    var document = new Document();
    document.add(new TextField(Schema.TEXT, tokens));
    document.add(new StringField("tenth", "" + random.nextInt(10), Store.NO));
    return document;
  }

  @AfterAll
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"most", "some"})
  void threshold_isReachedByTheBest_andByFewMore(String word) throws IOException {
    assertThatBestReachThresholdOf(word(word));
    assertThatBestReachThresholdOf(new BoostQuery(word(word), 3));
    assertThatBestReachThresholdOf(any(word(word), word("nowhere")));
  }

  @Test
  void thresholdOfAFormBesideItsStem_isReachedByTheBest_andByFewMore() throws IOException {
    assertThatBestReachThresholdOf(withForm(0.2f, "mosts"));
    assertThatBestReachThresholdOf(withForm(0.01f, "few"));
    assertThatBestReachThresholdOf(withForm(0.2f, "nowhere"));
  }

  private Query withForm(float weight, String form) throws IOException {
    return FormQuery.of(
        new BoostQuery(word("most"), 1 - weight), new BoostQuery(word(form), weight));
  }

  private void assertThatBestReachThresholdOf(Query query) throws IOException {
    ScoreDoc[] best = searcher.search(query, new TopScoreDocCollectorManager(500, 500)).scoreDocs;

    assertThat(threshold(query, WANTED))
        .as(query.toString())
        .isLessThanOrEqualTo(best[WANTED - 1].score)
        .isGreaterThan(best[best.length - 1].score);
  }

  @ParameterizedTest
  @ValueSource(strings = {"most", "some", "few"})
  void best_areThoseOfASearchThatSkipsNothing(String word) throws IOException {
    ScoreDoc[] all =
        searcher.search(word(word), new TopScoreDocCollectorManager(DOCUMENTS, DOCUMENTS))
            .scoreDocs;

    assertThat(best(any(word(word), word("nowhere"))).hits())
        .extracting(Found.Ranked::document)
        .isEqualTo(Arrays.stream(all).limit(WANTED).map(hit -> hit.doc).toList());
  }

  @Test
  void totalOfAFrequentWord_isABoundThatNothingHadToBeCountedFor() throws IOException {
    Found found = best(word("some"));

    assertThat(found.total()).isEqualTo(reader.docFreq(new Term(Schema.TEXT, "some")));
    assertThat(found.totalIsExact()).isFalse();
  }

  @Test
  void whatIsMoreThanAFrequentWord_hasNone() throws IOException {
    var filtered = new BooleanQuery.Builder().add(word("most"), Occur.SHOULD);
    filtered.add(new TermQuery(new Term("tenth", "3")), Occur.FILTER);
    var both = new BooleanQuery.Builder().add(word("most"), Occur.MUST);
    both.add(word("some"), Occur.MUST);
    for (Query query :
        List.of(
            word("few"),
            word("nowhere"),
            any(word("most"), word("some")),
            filtered.build(),
            both.build())) {
      assertThat(InitialThreshold.of(searcher, query)).as(query.toString()).isEmpty();
    }
  }

  @Test
  void fewerBlocksThanAreWanted_tellNothing() throws IOException {
    assertThat(threshold(word("some"), 1000)).isZero();
  }

  /** The best of a block may be one of them. */
  @Test
  void segmentWithDeletedDocuments_tellsNothing() throws IOException {
    try (var copy = new ByteBuffersDirectory()) {
      try (IndexWriter writer = writer(copy)) {
        writer.addIndexes(directory);
        writer.deleteDocuments(new Term("tenth", "3"));
      }
      try (DirectoryReader deleted = DirectoryReader.open(copy)) {
        IndexSearcher among = searcher(deleted);

        assertThat(threshold(among, word(among, "most"), WANTED)).isZero();
      }
    }
  }

  private Found best(Query query) throws IOException {
    return HitOrder.of(SortOrder.RELEVANCE)
        .best(searcher, query, 0, WANTED, 1000, Optional.empty());
  }

  private float threshold(Query query, int wanted) throws IOException {
    return threshold(searcher, query, wanted);
  }

  private static float threshold(IndexSearcher searcher, Query query, int wanted)
      throws IOException {
    return InitialThreshold.of(searcher, query)
        .orElseThrow()
        .in(searcher.getIndexReader().leaves().getFirst(), wanted)
        .score();
  }

  private static Query any(Query... queries) {
    return QueryTranslator.any(List.of(queries));
  }

  private Query word(String word) throws IOException {
    return word(searcher, word);
  }

  private static Query word(IndexSearcher searcher, String word) throws IOException {
    var term = new Term(Schema.TEXT, word);
    return new TermQuery(term, TermStates.build(searcher, term, true));
  }
}
