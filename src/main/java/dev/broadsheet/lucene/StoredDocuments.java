package dev.broadsheet.lucene;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.FileCodec;
import dev.broadsheet.indexing.IndexedFile;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ArticleMapper} and the writer keep of a document beside its terms. */
final class StoredDocuments {
  private StoredDocuments() {}

  /** The segment that a document of an index is in. */
  static LeafReaderContext leaf(IndexReader reader, int document) {
    return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
  }

  /** What a document has in a field. Good until the next one is asked for. */
  static @Nullable BytesRef value(LeafReader leaf, String field, int document) throws IOException {
    BinaryDocValues values = leaf.getBinaryDocValues(field);
    return values != null && values.advanceExact(document) ? values.binaryValue() : null;
  }

  /** The same, of a document that has to have it. */
  static BytesRef required(@Nullable BytesRef value, String field) throws IOException {
    if (value == null) {
      throw lacking(field);
    }
    return value;
  }

  private static IOException lacking(String field) {
    return new IOException("a document without its field " + field);
  }

  /** The identity of an item's document. */
  static ArticleId id(LeafReader leaf, int document) throws IOException {
    return id(
        DocValues.getNumeric(leaf, Schema.ID_ORDER),
        DocValues.getNumeric(leaf, Schema.ID_REST),
        document);
  }

  /** The same, by values that are open. */
  static ArticleId id(NumericDocValues order, NumericDocValues rest, int document)
      throws IOException {
    return ArticleId.of(
        number(order, Schema.ID_ORDER, document) ^ Long.MIN_VALUE,
        (int) number(rest, Schema.ID_REST, document));
  }

  private static long number(NumericDocValues values, String field, int document)
      throws IOException {
    if (!values.advanceExact(document)) {
      throw lacking(field);
    }
    return values.longValue();
  }

  /** The document of an item, unless it is removed. */
  static OptionalInt item(IndexReader reader, ArticleId id) throws IOException {
    Term term = Schema.term(id);
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
      Bits live = leaf.getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = postings.docID();
        if (isLive(live, document) && value(leaf, Schema.ARTICLE, document) != null) {
          return OptionalInt.of(context.docBase + document);
        }
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The body of an item's document. It is read from stored fields, which takes longer than doc
   * values do, but where there are no words of a body it is not looked for.
   */
  static Optional<String> body(LeafReader leaf, int document) throws IOException {
    NumericDocValues lengths = leaf.getNormValues(Schema.BODY);
    return lengths != null && lengths.advanceExact(document)
        ? Optional.ofNullable(
            leaf.storedFields().document(document, Set.of(Schema.BODY)).get(Schema.BODY))
        : Optional.empty();
  }

  /** Whether a document is live. */
  static boolean isLive(@Nullable Bits live, int document) {
    return live == null || live.get(document);
  }

  /** Goes through all that is known of files of the corpus. */
  static void forEachFile(IndexReader reader, Consumer<IndexedFile> consumer) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      Bits live = context.reader().getLiveDocs();
      BinaryDocValues states = context.reader().getBinaryDocValues(Schema.FILE_STATE);
      while (states != null && states.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (isLive(live, states.docID())) {
          BytesRef state = states.binaryValue();
          consumer.accept(FileCodec.decode(state.bytes, state.offset, state.length));
        }
      }
    }
  }
}
