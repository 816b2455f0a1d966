package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.ArticleCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** An index at one point in time: all of one answer comes from one snapshot. */
final class Snapshot {
  private final String generation;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final FacetTables facets;

  private Snapshot(
      String generation, FSDirectory directory, DirectoryReader reader, FacetTables facets) {
    this.generation = generation;
    this.directory = directory;
    this.reader = reader;
    this.facets = facets;
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(new QualitySimilarity());
    this.searcher.setQueryCache(null);
  }

  /** The newest state of a generation; the same object as before where nothing was published. */
  static Snapshot open(Path folder, String generation, Optional<Snapshot> before)
      throws IOException {
    if (before.isPresent() && before.get().generation.equals(generation)) {
      return before.get().refreshed();
    }
    FSDirectory directory = FSDirectory.open(folder);
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      return new Snapshot(generation, directory, reader, FacetTables.of(reader));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private Snapshot refreshed() throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(reader);
    return changed == null
        ? this
        : new Snapshot(generation, directory, changed, FacetTables.of(changed, facets));
  }

  /** Lets no newer snapshot of the generation be opened; those that are stay as they are. */
  void closeGeneration() throws IOException {
    directory.close();
  }

  boolean tryAcquire() {
    return reader.tryIncRef();
  }

  void release() throws IOException {
    reader.decRef();
  }

  String generation() {
    return generation;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  DirectoryReader reader() {
    return reader;
  }

  FacetTables facets() {
    return facets;
  }

  Map<String, String> commitData() throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /** The article of a document. */
  Article article(int document) throws IOException {
    BytesRef id = value(document, Schema.ID);
    var identity =
        new ArticleId(HexFormat.of().formatHex(id.bytes, id.offset, id.offset + id.length));
    BytesRef article = value(document, Schema.ARTICLE);
    return ArticleCodec.decode(identity, article.bytes, article.offset, article.length);
  }

  /** The title of a document's article. */
  String title(int document) throws IOException {
    BytesRef article = value(document, Schema.ARTICLE);
    return ArticleCodec.decodeTitle(article.bytes, article.offset, article.length);
  }

  /** The document of an item, unless it is removed. */
  OptionalInt document(ArticleId id) throws IOException {
    Term term = new Term(Schema.ID, id.value());
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      PostingsEnum postings = leaf.postings(term, PostingsEnum.NONE);
      Bits live = leaf.getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = postings.docID();
        if ((live == null || live.get(document)) && isItem(leaf, document)) {
          return OptionalInt.of(context.docBase + document);
        }
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isItem(LeafReader leaf, int document) throws IOException {
    BinaryDocValues articles = leaf.getBinaryDocValues(Schema.ARTICLE);
    return articles != null && articles.advanceExact(document);
  }

  private BytesRef value(int document, String field) throws IOException {
    LeafReaderContext context = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    BinaryDocValues values = context.reader().getBinaryDocValues(field);
    if (values == null || !values.advanceExact(document - context.docBase)) {
      throw new IOException("document " + document + " has no " + field);
    }
    return values.binaryValue();
  }
}
