package dev.broadsheet.opensearch;

import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Relevance;
import dev.broadsheet.words.SearchFields;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a document in the cluster, made of the same names as the embedded engine's, and all
 * else that an index must have been built with to be read right.
 *
 * <p>There are four sorts of documents, told by {@link #RECORD}: an item; one that is removed, of
 * which only its mentions are remembered; a file of the corpus; and the state of the index.
 */
final class ClusterSchema {
  /** Changes with any change of a field, of how it is filled, or of how it is scored. */
  private static final int VERSION = 1;

  /** What a document is: one of the four. */
  static final String RECORD = "record";

  static final String ITEM = "item";
  static final String REMOVED = "removed";
  static final String FILE = "file";
  static final String STATE = "state";

  /** The first 64 bits of the identity, in the order of longs, to sort by. */
  static final String ID_ORDER = "idOrder";

  /** The files of the corpus that mention the item. */
  static final String SOURCE_FILE = "source";

  /** All mentions, as {@link dev.broadsheet.indexing.MentionCodec} writes them; stored. */
  static final String MENTIONS = "mentions";

  /** The article, as {@link ArticleCodec} writes it; doc values. */
  static final String ARTICLE = "article";

  /** The article itself, to show what matched in it. */
  static final String BODY_TEXT = "bodyText";

  /** The articles under which the item stands. */
  static final String STORIES = "stories";

  /** The article that leads the one story to which the item belongs, or the item itself. */
  static final String STORY = "story";

  /** Whether the item belongs to a story that another leads. */
  static final String LED = "led";

  /** Milliseconds of the epoch, to sort and filter by. */
  static final String DATE = "date";

  /** The same as a date, to be counted by days. */
  static final String DAY = "day";

  static final String QUALITY = "quality";
  static final String HEAT = "heat";

  /** Names of outlets in folded form, to filter by. */
  static final String PROVIDER_NAME = "facet.providerName";

  /** What is known of a file of the corpus. */
  static final String FILE_STATE = "fileState";

  /** Parts the forms of a word, all at one position; no text has it. */
  static final char BESIDE = '\u001f';

  /** Stands for a position at which there is no word. */
  static final String HOLE = "\u001e";

  /** How texts that were analyzed before are taken apart: see {@link Tokens}. */
  static final String TERMS = "terms";

  /** How the words of a phrase are. */
  static final String PHRASE = "phrase";

  private static final String COUNTED_TERMS = "counted_terms";
  private static final String SIMILARITY = "frequency";
  private static final int MAX_POSITION = 30_000;

  /** A page of 10,000 hits deep needs one more, to know whether there is another page. */
  static final int WINDOW = 20_000;

  private ClusterSchema() {}

  /** Whole values in folded form: to filter by, and to count. */
  static String facet(FacetField field) {
    return "facet." + field.label();
  }

  /** The same values as written, with their labels. */
  static String written(FacetField field) {
    return "written." + field.label();
  }

  /** What the scores of a field of words are multiplied by: quality and length of the text. */
  static String factor(String field) {
    return "factor." + (field.equals(SearchFields.BEGINNING) ? SearchFields.TEXT : field);
  }

  /** How an index is made. */
  static ObjectNode index(OpenSearchSettings settings) {
    return Json.object("settings", settings(settings.index()), "mappings", mappings());
  }

  private static ObjectNode settings(OpenSearchSettings.Index index) {
    ObjectNode analysis =
        Json.object(
            "tokenizer",
            Json.object(
                "positions",
                Json.object(
                    "type",
                    "char_group",
                    "tokenize_on_chars",
                    Json.array(" "),
                    "max_token_length",
                    MAX_POSITION)),
            "filter",
            Json.object(
                "beside",
                Json.object(
                    "type",
                    "pattern_capture",
                    "preserve_original",
                    false,
                    "patterns",
                    Json.array("([^" + BESIDE + "]+)")),
                "holes",
                Json.object("type", "stop", "stopwords", Json.array(HOLE)),
                "counts",
                Json.object("type", "delimited_term_freq", "delimiter", String.valueOf(BESIDE))),
            "analyzer",
            Json.object(
                TERMS, analyzer("holes", "beside"),
                PHRASE, analyzer("holes"),
                COUNTED_TERMS, analyzer("counts")));
    return Json.object(
        "number_of_shards",
        index.shards(),
        "number_of_replicas",
        index.replicas(),
        // What is written shows when it is published, and not before.
        "refresh_interval",
        "-1",
        "max_result_window",
        WINDOW,
        "max_terms_count",
        1 << 17,
        "analysis",
        analysis,
        "similarity",
        Json.object(
            SIMILARITY,
            Json.object("type", "scripted", "script", Json.object("source", saturation()))));
  }

  /** BM25's saturation of the frequency; how rare the term is comes with the query's boost. */
  private static String saturation() {
    String k = Double.toString(Relevance.SATURATION);
    return "return query.boost * (1.0 + " + k + ") * (1.0 / (1.0 + " + k + " / doc.freq));";
  }

  private static ObjectNode analyzer(String... filters) {
    return Json.object(
        "type", "custom", "tokenizer", "positions", "filter", List.of((Object[]) filters));
  }

  private static ObjectNode mappings() {
    ObjectNode fields = Json.object();
    for (String keyword : List.of(RECORD, STORIES, STORY, SearchFields.WORD)) {
      fields.set(keyword, Json.object("type", "keyword"));
    }
    fields.set(SOURCE_FILE, Json.object("type", "keyword", "doc_values", false));
    fields.set(PROVIDER_NAME, Json.object("type", "keyword", "doc_values", false));
    for (FacetField field : FacetField.values()) {
      fields.set(facet(field), Json.object("type", "keyword"));
      fields.set(written(field), Json.object("type", "keyword", "index", false));
    }
    fields.set(LED, Json.object("type", "boolean"));
    fields.set(ID_ORDER, Json.object("type", "long", "index", false));
    fields.set(DATE, Json.object("type", "long"));
    fields.set(DAY, Json.object("type", "date", "format", "epoch_millis"));
    fields.set(QUALITY, Json.object("type", "double"));
    fields.set(HEAT, Json.object("type", "double", "index", false));
    fields.set(ARTICLE, Json.object("type", "binary", "doc_values", true));
    fields.set(FILE_STATE, Json.object("type", "binary", "doc_values", true));
    fields.set(MENTIONS, Json.object("type", "binary", "store", true));
    fields.set(STATE, Json.object("type", "object", "enabled", false));
    fields.set(factor(ITEM), factor());
    for (String field : words()) {
      fields.set(field, words(TERMS, "positions"));
      fields.set(factor(field), factor());
    }
    fields.set(SearchFields.BEGINNING, words(COUNTED_TERMS, "freqs"));
    return Json.object(
        "dynamic", "strict",
        // All else can be made again, or is kept beside.
        "_source", Json.object("includes", Json.array(BODY_TEXT, STATE)),
        "properties", fields.set(BODY_TEXT, Json.object("type", "object", "enabled", false)));
  }

  /** The fields in which words are looked for, but the beginnings. */
  static List<String> words() {
    return SearchFields.marked().stream().distinct().toList();
  }

  private static ObjectNode words(String analyzer, String options) {
    ObjectNode field =
        Json.object(
            "type", "text",
            "analyzer", analyzer,
            "search_analyzer", PHRASE,
            "similarity", SIMILARITY,
            "norms", false,
            "index_options", options);
    if (options.equals("positions")) {
      field.put("position_increment_gap", Analyzers.POSITIONS_BETWEEN_TEXTS);
    }
    return field;
  }

  private static ObjectNode factor() {
    return Json.object("type", "float", "index", false);
  }

  /** What tells an index that was built this way from others. */
  static String fingerprint(OpenSearchSettings settings) {
    Ranking.Texts texts = settings.ranking().texts();
    QualityBoost quality = settings.quality();
    return String.join(
        " ",
        "schema=" + VERSION,
        "codec=" + ArticleCodec.VERSION,
        "analysis=" + Analyzers.VERSION,
        "scoring=" + Relevance.SATURATION + "/" + Relevance.LENGTH_EXPONENT,
        "texts=" + texts.title() + "/" + texts.excerpt() + "/" + texts.topic(),
        "provider=" + texts.provider(),
        "quality=" + quality.weight() + "/" + quality.pivot(),
        "fields=" + Arrays.toString(TextQuery.Field.values()));
  }
}
