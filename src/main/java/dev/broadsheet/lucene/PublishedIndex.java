package dev.broadsheet.lucene;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.indexing.MentionCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** What the published generation remembers of the corpus, as a writer needs it. */
final class PublishedIndex implements AutoCloseable {
  private final String generation;
  private final FSDirectory directory;
  private final DirectoryReader reader;

  private PublishedIndex(String generation, FSDirectory directory, DirectoryReader reader) {
    this.generation = generation;
    this.directory = directory;
    this.reader = reader;
  }

  static PublishedIndex open(Generations generations, String generation) throws IOException {
    FSDirectory directory = FSDirectory.open(generations.path(generation));
    try {
      return new PublishedIndex(generation, directory, DirectoryReader.open(directory));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  String generation() {
    return generation;
  }

  /** What the index was built with; empty where it does not say. */
  String fingerprint() throws IOException {
    return commitData(LuceneGenerationWriter.FINGERPRINT);
  }

  /** Whether what it remembers is kept in the form that is known here. */
  boolean isReadable() throws IOException {
    return commitData(LuceneGenerationWriter.CODEC).equals(String.valueOf(ArticleCodec.VERSION));
  }

  private String commitData(String key) throws IOException {
    return Objects.requireNonNullElse(reader.getIndexCommit().getUserData().get(key), "");
  }

  Map<String, IndexedFile> files() throws IOException {
    Map<String, IndexedFile> files = new HashMap<>();
    StoredDocuments.forEachFile(reader, file -> files.put(file.path(), file));
    return files;
  }

  void ids(String path, Consumer<ArticleId> consumer) throws IOException {
    forEach(path, (leaf, document) -> consumer.accept(StoredDocuments.id(leaf, document)));
  }

  void mentions(String path, Consumer<Mention> consumer) throws IOException {
    forEach(
        path,
        (leaf, document) ->
            remembered(leaf, document).stream()
                .filter(mention -> mention.source().path().equals(path))
                .forEach(consumer));
  }

  Map<ArticleId, List<Mention>> mentions(Collection<ArticleId> ids) throws IOException {
    Map<ArticleId, List<Mention>> mentions = new HashMap<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      for (int document : documents(leaf, ids)) {
        mentions.put(StoredDocuments.id(leaf, document), remembered(leaf, document));
      }
    }
    return mentions;
  }

  /** The items that have nothing in a field of vectors, in the order of the documents. */
  List<ArticleId> without(String vectors) throws IOException {
    List<ArticleId> without = new ArrayList<>();
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      ByteVectorValues known = leaf.getByteVectorValues(vectors);
      BitSet has = new BitSet();
      if (known != null) {
        KnnVectorValues.DocIndexIterator each = known.iterator();
        while (each.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          has.set(each.docID());
        }
      }
      PostingsEnum items = leaf.postings(new Term(Schema.ITEM, Schema.ITEM), PostingsEnum.NONE);
      while (items != null && items.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (StoredDocuments.isLive(leaf.getLiveDocs(), items.docID()) && !has.get(items.docID())) {
          without.add(StoredDocuments.id(leaf, items.docID()));
        }
      }
    }
    return without;
  }

  /** In the order of the documents, as stored fields are kept in blocks of that order. */
  private static int[] documents(LeafReader leaf, Collection<ArticleId> ids) throws IOException {
    Terms terms = leaf.terms(Schema.ID);
    if (terms == null) {
      return new int[0];
    }
    TermsEnum term = terms.iterator();
    List<Integer> documents = new ArrayList<>();
    PostingsEnum postings = null;
    for (ArticleId id : ids.stream().sorted().toList()) {
      if (term.seekExact(Schema.term(id).bytes())) {
        postings = term.postings(postings, PostingsEnum.NONE);
        addLive(leaf.getLiveDocs(), postings, documents);
      }
    }
    return documents.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static void addLive(@Nullable Bits live, PostingsEnum postings, List<Integer> documents)
      throws IOException {
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      if (StoredDocuments.isLive(live, doc)) {
        documents.add(doc);
      }
    }
  }

  private void forEach(String path, DocumentAction action) throws IOException {
    for (LeafReaderContext context : reader.leaves()) {
      LeafReader leaf = context.reader();
      PostingsEnum postings = leaf.postings(new Term(Schema.SOURCE_FILE, path), PostingsEnum.NONE);
      if (postings != null) {
        List<Integer> documents = new ArrayList<>();
        addLive(leaf.getLiveDocs(), postings, documents);
        for (int document : documents) {
          action.accept(leaf, document);
        }
      }
    }
  }

  private static List<Mention> remembered(LeafReader leaf, int document) throws IOException {
    ArticleId id = StoredDocuments.id(leaf, document);
    Document stored = leaf.storedFields().document(document, Set.of(Schema.MENTIONS, Schema.BODY));
    BytesRef mentions =
        StoredDocuments.required(stored.getBinaryValue(Schema.MENTIONS), Schema.MENTIONS);
    Optional<String> body = Optional.ofNullable(stored.get(Schema.BODY));
    BytesRef article = StoredDocuments.value(leaf, Schema.ARTICLE, document);
    return MentionCodec.decode(
        id,
        BytesRef.deepCopyOf(mentions).bytes,
        Optional.ofNullable(article)
            .map(ref -> ArticleCodec.decode(id, ref.bytes, ref.offset, ref.length))
            .map(item -> item.withText(item.text().withBody(body))));
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }

  private interface DocumentAction {
    void accept(LeafReader leaf, int document) throws IOException;
  }
}
