package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FewQueryTest {
  /** Of as many documents in two segments, this many have the word. */
  private static final int HAVING = 6;

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;

  @BeforeEach
  void index() throws IOException {
    var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (var writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 2 * HAVING; i++) {
        var document = new Document();
        document.add(new StringField("id", Integer.toString(i), Store.NO));
        if (i % 2 == 0) {
          document.add(new StringField("text", "word", Store.NO));
        }
        writer.addDocument(document);
        if (i == HAVING) {
          writer.commit();
        }
      }
      writer.commit();
      writer.deleteDocuments(new Term("id", "4"));
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void few_areLookedForOnce() throws IOException {
    var asked = new Asked();
    var few = new FewQuery(asked, HAVING);

    assertThat(found(few)).isEqualTo(found(word()));
    int times = asked.times;
    assertThat(found(few)).isEqualTo(found(word()));
    assertThat(times).isPositive();
    assertThat(asked.times).isEqualTo(times);
  }

  @Test
  void many_areFoundAsWell() throws IOException {
    for (int limit = 1; limit < HAVING; limit++) {
      assertThat(found(new FewQuery(word(), limit))).as("limit %s", limit).isEqualTo(found(word()));
    }
  }

  @Test
  void count_goesToALimit_andIsLookedForOnce() throws IOException {
    var searcher = new IndexSearcher(reader);
    var asked = new Asked();
    var few = new FewQuery(asked, HAVING);
    assertThat(few.count(searcher, HAVING)).isEqualTo(HAVING - 1);
    int times = asked.times;
    assertThat(few.count(searcher, 2)).isEqualTo(2);
    assertThat(asked.times).isEqualTo(times);
    assertThat(new FewQuery(word(), 3).count(searcher, 3)).isEqualTo(3);
  }

  @Test
  void restrictedByNothing_isTheSameQuery() throws IOException {
    var few = new FewQuery(word(), HAVING);
    assertThat(new IndexSearcher(reader).rewrite(QueryTranslator.restricted(few, Stream.empty())))
        .isSameAs(few);
  }

  @Test
  void ofAnotherState_isLookedForAnew() throws IOException {
    var few = new FewQuery(word(), HAVING);
    assertThat(found(few)).hasSize(HAVING - 1);
    try (var writer =
        new IndexWriter(
            directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      writer.deleteDocuments(new Term("id", "0"));
    }
    DirectoryReader before = reader;
    reader = DirectoryReader.openIfChanged(before);
    before.close();

    assertThat(found(few)).hasSize(HAVING - 2);
  }

  @Test
  void restrictsWhatElseIsScored() throws IOException {
    Query among =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term("id", "2")), Occur.MUST)
            .add(new FewQuery(word(), HAVING), Occur.FILTER)
            .build();

    assertThat(found(among)).containsExactly(2);
  }

  private static Query word() {
    return new TermQuery(new Term("text", "word"));
  }

  private List<Integer> found(Query query) throws IOException {
    var searcher = new IndexSearcher(reader);
    return Stream.of(searcher.search(query, 2 * HAVING).scoreDocs)
        .map(hit -> hit.doc)
        .sorted()
        .toList();
  }

  /** A word, and how often it was looked for. */
  private static final class Asked extends Query {
    private int times;

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
        throws IOException {
      times++;
      return word().createWeight(searcher, mode, boost);
    }

    @Override
    public void visit(QueryVisitor visitor) {
      visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
      return "asked";
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
