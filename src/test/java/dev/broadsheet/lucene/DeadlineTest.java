package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.search.SearchTimeoutException;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SuggestRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.AttributeSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadlineTest {
  private static final Duration PAST = Duration.ofNanos(1);
  private static final Duration LONG = Duration.ofHours(1);

  /** More than three times as many as are searched between two looks at the clock. */
  private static final int DOCUMENTS = 200_000;

  private static ByteBuffersDirectory directory;
  private static DirectoryReader reader;
  private static IndexSearcher searcher;

  @TempDir private Path folder;

  @BeforeAll
  static void write() throws IOException {
    directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        var document = new Document();
        document.add(new StringField("all", "x", Field.Store.NO));
        document.add(new StringField("third", "x" + i % 3, Field.Store.NO));
        document.add(new StringField("rare", "x" + i / 50_000, Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
    searcher = new TimedSearcher(reader);
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    directory.close();
  }

  private static TermQuery term(String field, String text) {
    return new TermQuery(new Term(field, text));
  }

  @Test
  void piecesOfALargeSegment_joinToTheWhole() throws IOException {
    Query some =
        new BooleanQuery.Builder()
            .add(term("third", "x1"), Occur.SHOULD)
            .add(term("rare", "x2"), Occur.SHOULD)
            .build();
    Query both =
        new BooleanQuery.Builder()
            .add(term("third", "x1"), Occur.MUST)
            .add(term("rare", "x3"), Occur.MUST)
            .build();
    for (Query query :
        List.of(MatchAllDocsQuery.INSTANCE, term("third", "x2"), term("rare", "x3"), some, both)) {
      assertThat(documents(query))
          .as(query.toString())
          .isEqualTo(new IndexSearcher(reader).count(query));
    }
  }

  private static int documents(Query query) throws IOException {
    var seen = new Seen(() -> {});
    Deadline.within(LONG, () -> searcher.search(query, new OneCollector(seen)));
    return seen.documents;
  }

  @Test
  void largeSegment_isNotSearchedToItsEnd_whereTimeIsUp() {
    var seen = new Seen(DeadlineTest::waitUntilTimeIsUp);
    assertThatThrownBy(() ->
            Deadline.within(
                Duration.ofMillis(200),
                () -> searcher.search(MatchAllDocsQuery.INSTANCE, new OneCollector(seen))))
        .isInstanceOf(SearchTimeoutException.class)
        .hasMessageContaining("200 ms");
    assertThat(seen.documents).isLessThan(DOCUMENTS / 2);
  }

  private static void waitUntilTimeIsUp() {
    Deadline deadline = Deadline.current();
    while (deadline != null && System.nanoTime() - deadline.nanoTime() <= 0) {
      Thread.onSpinWait();
    }
  }

  /** Counts one by one, and does something at the first. */
  private static final class Seen extends SimpleCollector {
    private final Runnable first;
    private int documents;

    Seen(Runnable first) {
      this.first = first;
    }

    @Override
    public void collect(int document) {
      if (documents++ == 0) {
        first.run();
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE;
    }
  }

  @Test
  void wordsThatBeginSo_areNotAllLookedUp_whereTimeIsUp() throws IOException {
    Terms terms = MultiTerms.getTerms(reader, "rare");
    var query = new BegunQuery(new Term("rare", "x"));
    TermsEnum begun = Deadline.within(PAST, () -> query.getTermsEnum(terms, new AttributeSource()));
    assertThatThrownBy(begun::next).isInstanceOf(SearchTimeoutException.class);
  }

  @Test
  void whoHasAllTheTime_isNotStopped() {
    Deadline.check();
    assertThat(Deadline.current()).isNull();
  }

  @Test
  void everyKindOfAnswer_hasADeadline() throws IOException {
    ArticleBuilder article = ArticleBuilder.article("one").title("Walrus").topics("Sea");
    TestIndex.write(LuceneEngine.target(folder, LuceneSettings.DEFAULT), List.of(article));
    var id = article.mention().article().id();
    try (SearchEngine engine = open(PAST)) {
      assertStopped(() -> engine.search(new RequestBuilder().words("walrus").build()));
      assertStopped(() -> engine.suggest(new SuggestRequest("wal", List.of(), 10)));
      assertStopped(
          () -> engine.searchFacet(new FacetSearchRequest(FacetField.TOPIC, "s", List.of(), 10)));
      assertStopped(() -> engine.article(id));
      assertStopped(() -> engine.similar(new SimilarRequest(id, List.of(), 10)));
      assertThat(engine.version()).isNotEmpty();
      assertThat(engine.stats().counts().items()).isEqualTo(1);
    }
    try (SearchEngine engine = open(LONG)) {
      assertThat(engine.search(new RequestBuilder().words("walrus").build()).total()).isEqualTo(1);
    }
  }

  private static void assertStopped(Runnable answer) {
    assertThatThrownBy(answer::run).isInstanceOf(SearchTimeoutException.class);
  }

  private SearchEngine open(Duration timeout) {
    return LuceneEngine.open(
        folder, LuceneSettings.DEFAULT, Optional.of(timeout), SearchObserver.NONE);
  }
}
