package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.article.Article;
import dev.broadsheet.indexing.ArticleCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Articles of documents of several segments, some of which have none. */
final class ArticleReaderTest {
  private static final int SEGMENTS = 3;
  private static final int ARTICLES = 7;

  private final Directory directory = new ByteBuffersDirectory();
  private final List<Article> written = new ArrayList<>();
  private final List<Integer> documents = new ArrayList<>();
  private DirectoryReader reader;

  @BeforeEach
  void write() throws IOException {
    int next = 0;
    try (var writer =
        new IndexWriter(
            directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int segment = 0; segment < SEGMENTS; segment++) {
        writer.addDocument(new Document());
        next++;
        for (int i = 0; i < ARTICLES; i++) {
          Article article = article("at-" + next).title("Title " + next).build();
          writer.addDocument(document(article));
          written.add(article);
          documents.add(next++);
        }
        writer.commit();
      }
    }
    reader = DirectoryReader.open(directory);
    assertThat(reader.leaves()).hasSize(SEGMENTS);
  }

  private static Document document(Article article) {
    var document = new Document();
    byte[] stored = ArticleCodec.encode(article);
    document.add(new BinaryDocValuesField(Schema.ARTICLE, new BytesRef(stored)));
    long prefix = article.id().prefix();
    document.add(new NumericDocValuesField(Schema.ID_ORDER, prefix ^ Long.MIN_VALUE));
    document.add(new NumericDocValuesField(Schema.ID_REST, article.id().rest()));
    return document;
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  /** Each segment begins with a document that is none. */
  private Article written(int document) {
    return written.get(document - document / (ARTICLES + 1) - 1);
  }

  @Test
  void articlesComeInTheOrderInWhichTheirDocumentsAreGiven() throws IOException {
    Collections.shuffle(documents, new Random(1));
    List<Article> expected = new ArrayList<>();
    documents.forEach(document -> expected.add(written(document)));
    assertThat(new ArticleReader(reader).articles(documents.stream().mapToInt(it -> it)))
        .isEqualTo(expected);
  }

  @Test
  void oneReaderGoesForwardAndBack() throws IOException {
    var articles = new ArticleReader(reader);
    for (int document : List.of(5, 5, 3, 9, 2, 23, 10, 11)) {
      assertThat(articles.article(document)).isEqualTo(written(document));
    }
  }

  @Test
  void documentWithoutArticle_isAnError() {
    assertThatThrownBy(() -> new ArticleReader(reader).article(ARTICLES + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Schema.ARTICLE);
  }
}
