package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.indexing.ArticleCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles of documents. What it has opened of a segment goes on to later documents only, and
 * opening it takes longer than reading one article: several are read in the order of the documents.
 * For one thread.
 */
final class ArticleReader {
  private final IndexReader reader;
  private @Nullable Segment open;

  ArticleReader(IndexReader reader) {
    this.reader = reader;
  }

  /** The article of a document. */
  Article article(int document) throws IOException {
    LeafReaderContext context = StoredDocuments.leaf(reader, document);
    int inSegment = document - context.docBase;
    Segment segment = open;
    if (segment == null || segment.context != context || segment.articles.docID() > inSegment) {
      segment = new Segment(context);
      open = segment;
    }
    return segment.article(inSegment);
  }

  /** The articles of documents, in the order in which these are given. */
  List<Article> articles(IntStream documents) throws IOException {
    int[] wanted = documents.toArray();
    int[] inOrder = wanted.clone();
    Arrays.sort(inOrder);
    Map<Integer, Article> read = new HashMap<>();
    for (int document : inOrder) {
      read.put(document, article(document));
    }
    List<Article> articles = new ArrayList<>();
    for (int document : wanted) {
      articles.add(read.get(document));
    }
    return articles;
  }

  private static final class Segment {
    private final LeafReaderContext context;
    private final BinaryDocValues articles;
    private final NumericDocValues idOrder;
    private final NumericDocValues idRest;

    Segment(LeafReaderContext context) throws IOException {
      this.context = context;
      this.articles = DocValues.getBinary(context.reader(), Schema.ARTICLE);
      this.idOrder = DocValues.getNumeric(context.reader(), Schema.ID_ORDER);
      this.idRest = DocValues.getNumeric(context.reader(), Schema.ID_REST);
    }

    Article article(int document) throws IOException {
      BytesRef article =
          StoredDocuments.required(
              articles.advanceExact(document) ? articles.binaryValue() : null, Schema.ARTICLE);
      return ArticleCodec.decode(
          StoredDocuments.id(idOrder, idRest, document),
          article.bytes,
          article.offset,
          article.length);
    }
  }
}
