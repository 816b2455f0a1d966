package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.search.DateInterval;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetRequest;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.Checksum;
import dev.broadsheet.words.FacetNames;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TextPlanner;
import dev.broadsheet.words.ValueCounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An index at one point in time: all of one answer comes from one snapshot. */
final class Snapshot {
  /** What everybody looks for: of half a gigabyte, some ten thousand counts. */
  private static final long COUNTS = BoundedCache.ofHeap(16);

  private static final int STORY_NAMES = 10_000;

  private final String generation;
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final TimedSearcher searcher;
  private final FacetTables facets;
  private final IndexWords words;
  private final String version;
  private final Instant committedAt;
  private final BoundedCache<CountedFacets.Key, CountedFacets> counts =
      new BoundedCache<>(COUNTS, CountedFacets::bytes);
  private final BoundedCache<TextPlanner.Question, TextPlanner.Decided> decisions =
      TextPlanner.decisions();
  private final BoundedCache<TextPlanner.Question, RememberedPlan> plans = RememberedPlan.cache();
  private final BoundedCache<HitReader.StoryKey, Optional<Hit.Story>> storyNames =
      new BoundedCache<>(STORY_NAMES);
  private final BoundedCache<AllItems, ValueCounts> allItems =
      new BoundedCache<>(2 * FacetField.values().length);
  private final BoundedCache<FacetField, FacetNames> names =
      new BoundedCache<>(FacetField.values().length);
  private @Nullable StoryIndex stories;

  private Snapshot(
      String generation, FSDirectory directory, DirectoryReader reader, FacetTables facets)
      throws IOException {
    this.generation = generation;
    this.directory = directory;
    this.reader = reader;
    this.facets = facets;
    this.searcher = configured(new TimedSearcher(reader));
    this.words = new IndexWords(reader);
    this.version = version(generation, reader);
    this.committedAt = committedAt(reader.getIndexCommit().getUserData());
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
      return new Snapshot(generation, directory, reader, FacetTables.of(reader, Optional.empty()));
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private Snapshot refreshed() throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(reader);
    return changed == null
        ? this
        : new Snapshot(
            generation, directory, changed, FacetTables.of(changed, Optional.of(facets)));
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

  /**
   * Names this state of the index, and no other: not even that of an index which was deleted and
   * built anew, as each commit has an identity of its own.
   */
  String version() {
    return version;
  }

  private static String version(String generation, DirectoryReader reader) {
    SegmentInfos commit = ((StandardDirectoryReader) reader).getSegmentInfos();
    return generation
        + "."
        + commit.getVersion()
        + "."
        + Checksum.hex(Checksum.of(commit.getId(), commit.getId().length));
  }

  TimedSearcher searcher() {
    return searcher;
  }

  /** Searches with the numbers of another time. */
  TimedSearcher searcher(TermNumbers numbers) {
    return configured(numbers.searcher(reader));
  }

  private static TimedSearcher configured(TimedSearcher searcher) {
    searcher.setSimilarity(new QualitySimilarity());
    searcher.setQueryCache(null);
    return searcher;
  }

  DirectoryReader reader() {
    return reader;
  }

  /** Whether any item has a vector in a field. */
  boolean hasVectors(String field) {
    return reader.leaves().stream()
        .map(leaf -> leaf.reader().getFieldInfos().fieldInfo(field))
        .anyMatch(info -> info != null && info.hasVectorValues());
  }

  /** The vector of a document in a field, if it has one. */
  Optional<Vector> vector(int document, String field) throws IOException {
    LeafReaderContext context = leaf(document);
    ByteVectorValues values = context.reader().getByteVectorValues(field);
    if (values == null) {
      return Optional.empty();
    }
    KnnVectorValues.DocIndexIterator at = values.iterator();
    int wanted = document - context.docBase;
    return at.advance(wanted) == wanted
        ? Optional.of(Vector.of(values.vectorValue(at.index())))
        : Optional.empty();
  }

  FacetTables facets() {
    return facets;
  }

  /** Which items make a story; found when it is first asked for, as not every answer needs it. */
  synchronized StoryIndex stories() throws IOException {
    if (stories == null) {
      stories = StoryIndex.of(reader);
    }
    return stories;
  }

  /** What was counted lately, and was worth to be remembered. */
  BoundedCache<CountedFacets.Key, CountedFacets> counts() {
    return counts;
  }

  /** How many of all items that may be seen hold each value of a field. */
  ValueCounts allItems(FacetField field, Restriction restriction) throws IOException {
    return allItems.get(new AllItems(field, restriction), this::count);
  }

  private ValueCounts count(AllItems wanted) throws IOException {
    var facets = new FacetRequest(List.of(wanted.field), 0, DateInterval.AUTO);
    var tally = new ItemTally(facets.fields(), this.facets, ZoneOffset.UTC);
    new FacetCounter(this, wanted.restriction, facets, List.of(), tally).countAll();
    return tally.values(0);
  }

  /** What the counts of all items depend on, beside the snapshot. */
  private record AllItems(FacetField field, Restriction restriction) {}

  /** What was decided lately about words. */
  BoundedCache<TextPlanner.Question, TextPlanner.Decided> decisions() {
    return decisions;
  }

  /** How words were looked for lately, with what was looked up for that. */
  BoundedCache<TextPlanner.Question, RememberedPlan> plans() {
    return plans;
  }

  /** The stories that were named lately. */
  BoundedCache<HitReader.StoryKey, Optional<Hit.Story>> storyNames() {
    return storyNames;
  }

  /** The names of a facet's values, to be found by their words. */
  FacetNames names(FacetField field) throws IOException {
    return names.get(field, it -> FacetNames.of(facets.table(it)));
  }

  /** The words of its items as written. */
  IndexWords words() {
    return words;
  }

  Map<String, String> commitData() throws IOException {
    return reader.getIndexCommit().getUserData();
  }

  /** When this state was committed; the epoch, where that is not known. */
  Instant committedAt() {
    return committedAt;
  }

  private static Instant committedAt(Map<String, String> commitData) {
    String at = commitData.get(LuceneGenerationWriter.COMMITTED_AT);
    return at == null ? Instant.EPOCH : Instant.parse(at).truncatedTo(ChronoUnit.MILLIS);
  }

  /** The article of a document. */
  Article article(int document) throws IOException {
    return new ArticleReader(reader).article(document);
  }

  /** The articles of documents, in the order in which these are given. */
  List<Article> articles(IntStream documents) throws IOException {
    return new ArticleReader(reader).articles(documents);
  }

  /** The body of a document's article, which {@link #article} leaves out. */
  Optional<String> body(int document) throws IOException {
    LeafReaderContext context = leaf(document);
    return StoredDocuments.body(context.reader(), document - context.docBase);
  }

  /** The title of a document's article. */
  String title(int document) throws IOException {
    BytesRef article = stored(document);
    return ArticleCodec.decodeTitle(article.bytes, article.offset, article.length);
  }

  /** The document of an item, unless it is removed. */
  OptionalInt document(ArticleId id) throws IOException {
    return StoredDocuments.item(reader, id);
  }

  private BytesRef stored(int document) throws IOException {
    LeafReaderContext context = leaf(document);
    return StoredDocuments.required(
        StoredDocuments.value(context.reader(), Schema.ARTICLE, document - context.docBase),
        Schema.ARTICLE);
  }

  /** The segment that a document is in. */
  LeafReaderContext leaf(int document) {
    return StoredDocuments.leaf(reader, document);
  }
}
