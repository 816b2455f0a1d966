package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The fields that a visitor's words are looked for in, by the names they have in every index. */
public final class SearchFields {
  /** All that a visitor's words are looked for in but the body, each as often as it counts. */
  public static final String TEXT = "text";

  /** The article itself, which counts less. */
  public static final String BODY = "body";

  /** The beginnings, up to {@link #MAX_BEGINNING} letters, of the words of {@link #TEXT}. */
  public static final String BEGINNING = "beginning";

  /** How many letters of a word are the longest beginning that is a term of its own. */
  public static final int MAX_BEGINNING = 4;

  /** All words of an item as written, without their stems: what spellings are taken from. */
  public static final String WORD = "word";

  private static final Map<TextQuery.Field, String> LIMITED =
      Map.of(
          TextQuery.Field.TITLE, "title",
          TextQuery.Field.EXCERPT, "excerpt",
          TextQuery.Field.BODY, BODY,
          TextQuery.Field.PROVIDER, "provider",
          TextQuery.Field.TOPIC, "topic");

  private SearchFields() {}

  /** The field to search where a query is limited to one. */
  public static String limited(TextQuery.Field field) {
    return Objects.requireNonNull(LIMITED.get(field), field.name());
  }

  /** All in which marks are looked for: the one that holds all but the body, and each by itself. */
  public static List<String> marked() {
    return Stream.concat(
            Stream.of(TEXT), Arrays.stream(TextQuery.Field.values()).map(SearchFields::limited))
        .toList();
  }
}
