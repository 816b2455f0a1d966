package dev.broadsheet.opensearch;

import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.Edits;
import dev.broadsheet.words.KnownWord;
import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.WordList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The words of the index as written, as the cluster tells them. */
final class ClusterWords implements WordList {
  /** What is typed is asked for again and again, letter by letter and page by page. */
  private static final int REMEMBERED = 2000;

  /** Of all words that may be spelt nearly so, so many of the most frequent are looked at. */
  private static final int LOOKED_AT = 10_000;

  private static final int NEAR = 1000;
  private static final String WORDS = "words";
  private static final Comparator<KnownWord> MOST_FREQUENT =
      Comparator.comparingInt(KnownWord::items).reversed().thenComparing(KnownWord::text);

  private final Snapshot snapshot;
  private final BoundedCache<Beginning, List<KnownWord>> begun = new BoundedCache<>(REMEMBERED);
  private final BoundedCache<Near, List<KnownWord>> near = new BoundedCache<>(REMEMBERED);

  ClusterWords(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  private record Beginning(String text, int size) {}

  private record Near(String text, int edits, int same, boolean isBeginning) {}

  @Override
  public int items(String word) throws IOException {
    return Math.toIntExact(snapshot.documentsWith(new FieldTerm(SearchFields.WORD, word)));
  }

  @Override
  public List<KnownWord> begunBy(String beginning, int size) throws IOException {
    return begun.get(
        new Beginning(beginning, size),
        it ->
            matching(pattern(it.text()) + ".*", it.size()).stream().sorted(MOST_FREQUENT).toList());
  }

  private List<KnownWord> matching(String pattern, int size) throws IOException {
    ObjectNode terms =
        Json.object(
            "field",
            SearchFields.WORD,
            "include",
            pattern,
            "size",
            size,
            "order",
            Json.array(Json.object("_count", "desc"), Json.object("_key", "asc")));
    JsonNode buckets =
        snapshot
            .count(
                Json.object(
                    "regexp", Json.object(SearchFields.WORD, Json.object("value", pattern))),
                Json.object(WORDS, Json.object("terms", terms)))
            .path(WORDS)
            .path("buckets");
    List<KnownWord> words = new ArrayList<>();
    for (JsonNode bucket : buckets) {
      words.add(new KnownWord(bucket.path("key").asString(), bucket.path("doc_count").asInt()));
    }
    return words;
  }

  /** A text as a regular expression that matches it alone. */
  private static String pattern(String text) {
    var pattern = new StringBuilder();
    text.codePoints()
        .forEach(letter -> {
          if (letter < 0x80 && !Character.isLetterOrDigit(letter)) {
            pattern.append('\\');
          }
          pattern.appendCodePoint(letter);
        });
    return pattern.toString();
  }

  @Override
  public List<KnownWord> near(String word, int edits, int same) throws IOException {
    return near.get(new Near(word, edits, same, false), this::find);
  }

  @Override
  public List<KnownWord> nearlyBegunBy(String beginning, int edits, int same) throws IOException {
    return near.get(new Near(beginning, edits, same, true), this::find);
  }

  private List<KnownWord> find(Near wanted) throws IOException {
    int letters = wanted.text().codePointCount(0, wanted.text().length());
    int kept = wanted.text().offsetByCodePoints(0, wanted.same());
    int least = Math.max(0, letters - wanted.same() - wanted.edits());
    String length =
        wanted.isBeginning()
            ? "{" + least + ",}"
            : "{" + least + "," + (letters - wanted.same() + wanted.edits()) + "}";
    List<KnownWord> candidates =
        wanted.isBeginning()
            ? matching(pattern(wanted.text().substring(0, kept)) + "." + length, LOOKED_AT)
            : fuzzy(wanted);
    return candidates.stream()
        .filter(word ->
            Edits.isWithin(wanted.text(), word.text(), wanted.edits(), wanted.isBeginning()))
        .toList();
  }

  /** The cluster's own table of spellings, which knows words by their letters. */
  private List<KnownWord> fuzzy(Near wanted) throws IOException {
    ObjectNode term =
        Json.object(
            "field",
            SearchFields.WORD,
            "suggest_mode",
            "always",
            "max_edits",
            wanted.edits(),
            "prefix_length",
            wanted.same(),
            "min_word_length",
            1,
            "size",
            NEAR,
            "shard_size",
            NEAR,
            "max_inspections",
            5,
            "max_term_freq",
            Integer.MAX_VALUE,
            "sort",
            "frequency");
    JsonNode options =
        snapshot
            .search(
                Json.object(
                    "size",
                    0,
                    "track_total_hits",
                    false,
                    "suggest",
                    Json.object(WORDS, Json.object("text", wanted.text(), "term", term))))
            .path("suggest")
            .path(WORDS)
            .path(0)
            .path("options");
    List<KnownWord> words = new ArrayList<>();
    for (JsonNode option : options) {
      words.add(new KnownWord(option.path("text").asString(), option.path("freq").asInt()));
    }
    return words;
  }
}
