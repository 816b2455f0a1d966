package dev.broadsheet.lucene;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Relevance;
import dev.broadsheet.words.SearchFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;

/**
 * The fields of a document, and all else that an index must have been built with to be read right.
 *
 * <p>There are two sorts of documents. An <em>item</em> has {@link #ITEM} and all the fields that
 * there is something to put in; a removed one has {@link #ID}, {@link #SOURCE_FILE} and {@link
 * #MENTIONS} only. A <em>file</em> of the corpus has the {@code file.*} fields. The last two have
 * {@link #ITEM}, {@link #TEXT} and {@link #BEGINNING} without terms, for the norms' sake.
 *
 * <p>Documents are sorted by date, newest first, then by id, so that what is newest is found first,
 * and ties break by document number within a segment.
 */
final class Schema {
  /** Changes with any change of a field, of how it is filled, or of how it is scored. */
  private static final int VERSION = 8;

  /** One term that every item has; it scores the quality boost alone. */
  static final String ITEM = "item";

  /** The bytes of the identity, as a term. */
  static final String ID = "id";

  /** The first 64 bits of the identity, in the order of longs, to sort by; doc values. */
  static final String ID_ORDER = "id.order";

  /** The other bits of it; doc values. */
  static final String ID_REST = "id.rest";

  /** The files of the corpus that mention the item, as terms. */
  static final String SOURCE_FILE = "source";

  /** All mentions, as {@link dev.broadsheet.indexing.MentionCodec} writes them; stored. */
  static final String MENTIONS = "mentions";

  /** The article, as {@link ArticleCodec} writes it; binary doc values. */
  static final String ARTICLE = "article";

  /** The stories that the item stands under, as terms. */
  static final String STORY = "story";

  /** Milliseconds of the epoch; doc values with a skip index. */
  static final String DATE = "date";

  /** Points and doc values. */
  static final String QUALITY = "quality";

  /** Doc values. */
  static final String HEAT = "heat";

  /** All that a visitor's words are looked for in but the body, each as often as it counts. */
  static final String TEXT = SearchFields.TEXT;

  /** The article itself, which counts less; stored as well, to show what matched in it. */
  static final String BODY = SearchFields.BODY;

  /** The beginnings, up to {@link #MAX_BEGINNING} letters, of the words of {@link #TEXT}. */
  static final String BEGINNING = SearchFields.BEGINNING;

  /** How many letters of a word are the longest beginning that is a term of its own. */
  static final int MAX_BEGINNING = SearchFields.MAX_BEGINNING;

  /** All words of an item as written, without their stems: what spellings are taken from. */
  static final String WORD = SearchFields.WORD;

  /** Names of outlets in folded form, as terms, to filter by. */
  static final String PROVIDER_NAME = "facet.provider.name";

  /** A file of the corpus: its path, as a term and in binary doc values. */
  static final String FILE_PATH = "file.path";

  /** What is known of it; binary doc values. */
  static final String FILE_STATE = "file.state";

  /** What a newest-first sort takes for the date of an item without one. */
  static final long NO_DATE = Long.MIN_VALUE;

  /** The order of the documents in a segment, and of the newest-first answers. */
  static final Sort NEWEST_FIRST = new Sort(byDate(true), byId());

  private Schema() {}

  /**
   * The vectors of a space: bytes, by their cosine. Each space has a field of its own, so that
   * those of another model are as if they were not there.
   */
  static String vector(VectorSpace space) {
    return "vector." + space.name();
  }

  /** The term that an item of this identity has, removed or not. */
  static Term term(ArticleId id) {
    return new Term(ID, new BytesRef(id.bytes()));
  }

  /** The field to search where a query is limited to one. */
  static String limited(TextQuery.Field field) {
    return SearchFields.limited(field);
  }

  /** The field of whole values, as terms in folded form, and in doc values as written. */
  static String facet(FacetField field) {
    return "facet." + field.label();
  }

  static SortField byDate(boolean newestFirst) {
    return new SortField(
        DATE, SortField.Type.LONG, newestFirst, newestFirst ? NO_DATE : Long.MAX_VALUE);
  }

  static SortField byId() {
    return new SortField(ID_ORDER, SortField.Type.LONG);
  }

  /** Highest first, and what has no number last. */
  static SortField byNumber(String name) {
    return new SortField(name, SortField.Type.DOUBLE, true, Double.NEGATIVE_INFINITY);
  }

  /** What tells an index that was built this way from others. */
  static String fingerprint(LuceneSettings settings) {
    Ranking.Texts texts = settings.ranking().texts();
    QualityBoost quality = settings.quality();
    return String.join(
        " ",
        "schema=" + VERSION,
        "codec=" + ArticleCodec.VERSION,
        "analysis=" + Analyzers.VERSION,
        "lucene=" + Version.LATEST.major,
        "scoring=" + Relevance.SATURATION + "/" + Relevance.LENGTH_EXPONENT,
        "texts="
            + texts.title()
            + "/"
            + texts.excerpt()
            + "/"
            + texts.topic()
            + "/"
            + texts.provider(),
        "quality=" + quality.weight() + "/" + quality.pivot());
  }
}
