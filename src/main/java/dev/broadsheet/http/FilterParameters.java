package dev.broadsheet.http;

import static dev.broadsheet.http.SearchParameters.EXCEPT;
import static dev.broadsheet.http.SearchParameters.FILTERS;
import static dev.broadsheet.http.SearchParameters.FROM;
import static dev.broadsheet.http.SearchParameters.MAX_QUALITY;
import static dev.broadsheet.http.SearchParameters.MIN_QUALITY;
import static dev.broadsheet.http.SearchParameters.TO;
import static dev.broadsheet.http.SearchParameters.ZONE;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the parameters that restrict a search; their names stand in {@link SearchParameters}. */
final class FilterParameters {
  /** Longest value of a filter, in characters. */
  static final int MAX_VALUE_LENGTH = 300;

  /** Most values of a filter. */
  static final int MAX_VALUES = 100;

  /** Filters on fields that have a few known values. */
  static final Map<FacetField, Set<String>> CLOSED =
      Map.of(
          FacetField.KIND, Set.of("article", "related"),
          FacetField.PUBLISHED, Set.of("true", "false"));

  private FilterParameters() {}

  /** The filters that were given, with relative dates counted from a clock. */
  static List<Filter> read(GivenParameters given, Clock clock) {
    ZoneId zone = zone(given);
    return read(given, clock.instant().atZone(zone));
  }

  /** Where days begin and end. */
  static ZoneId zone(GivenParameters given) {
    Optional<String> name = given.text(ZONE);
    if (name.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      // A plus sign that was not encoded is a space.
      String plain = name.get().startsWith(" ") ? "+" + name.get().substring(1) : name.get();
      // UTC, Z and +00:00 are the same request.
      return ZoneId.of(plain).normalized();
    } catch (DateTimeException unknown) {
      throw new InvalidParameterException(
          ZONE,
          name.get(),
          "an IANA time zone, such as Europe/Berlin, or an offset, such as +01:00");
    }
  }

  /**
   * The filters that were given.
   *
   * @param now what relative dates count from, and in which zone days begin and end
   */
  static List<Filter> read(GivenParameters given, ZonedDateTime now) {
    List<Filter> filters = new ArrayList<>();
    for (FacetField field : FILTERS) {
      List<String> any = values(given, field, field.label());
      List<String> none = values(given, field, field.label() + EXCEPT);
      if (!any.isEmpty() || !none.isEmpty()) {
        filters.add(new Filter.Values(field, any, none));
      }
    }
    dates(given, now).ifPresent(filters::add);
    quality(given).ifPresent(filters::add);
    return filters;
  }

  private static List<String> values(GivenParameters given, FacetField field, String name) {
    List<String> values = given.all(name);
    if (values.isEmpty()) {
      return values;
    }
    if (values.size() > MAX_VALUES) {
      throw InvalidParameterException.tooMany(name, "values", values.size(), MAX_VALUES);
    }
    values.forEach(value -> requireLength(name, value, MAX_VALUE_LENGTH));
    Set<String> closed = CLOSED.getOrDefault(field, Set.of());
    return closed.isEmpty()
        ? FoldedText.distinct(values)
        : values.stream().map(value -> oneOf(closed, name, value)).distinct().toList();
  }

  private static String oneOf(Set<String> words, String name, String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    if (!words.contains(word)) {
      throw new InvalidParameterException(
          name, value, "one of " + String.join(", ", words.stream().sorted().toList()));
    }
    return word;
  }

  private static Optional<Filter> dates(GivenParameters given, ZonedDateTime now) {
    Optional<Instant> from = bound(given, FROM, now).map(DateBound::first);
    Optional<Instant> to = bound(given, TO, now).map(DateBound::last);
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw new InvalidParameterException(
          FROM,
          given.text(FROM).orElse(""),
          "a date that is not after '" + given.text(TO).orElse("") + "' (" + TO + ")");
    }
    return Optional.of(new Filter.DateRange(from, to));
  }

  private static Optional<DateBound> bound(GivenParameters given, String name, ZonedDateTime now) {
    return given
        .text(name)
        .map(text -> {
          try {
            return DateBound.parse(text, now);
          } catch (DateTimeException notADate) {
            throw new InvalidParameterException(name, text, DateBound.EXPECTED);
          }
        });
  }

  private static Optional<Filter> quality(GivenParameters given) {
    OptionalDouble min = given.decimal(MIN_QUALITY);
    OptionalDouble max = given.decimal(MAX_QUALITY);
    if (min.isEmpty() && max.isEmpty()) {
      return Optional.empty();
    }
    if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
      throw new InvalidParameterException(
          MIN_QUALITY,
          given.text(MIN_QUALITY).orElse(""),
          "a number that is not above '"
              + given.text(MAX_QUALITY).orElse("")
              + "' ("
              + MAX_QUALITY
              + ")");
    }
    return Optional.of(new Filter.QualityRange(min, max));
  }

  /** Refuses a text of more characters than that. */
  static void requireLength(String name, String value, int limit) {
    int length = value.codePointCount(0, value.length());
    if (length > limit) {
      throw InvalidParameterException.tooMany(name, "characters", length, limit);
    }
  }
}
