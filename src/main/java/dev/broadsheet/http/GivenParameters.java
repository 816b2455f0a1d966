package dev.broadsheet.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Decoded parameters, taken out one by one and checked for their form. A blank value is as if it
 * were not given: HTML forms send the fields that a visitor left empty. What is taken out is
 * remembered for the answer's echo.
 */
final class GivenParameters {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, Object> echo = new LinkedHashMap<>();

  /**
   * Parameters of a route.
   *
   * @param parameters the values of each name, decoded
   * @param known the names of all that the route takes
   * @throws InvalidParameterException where there is another
   */
  GivenParameters(Map<String, List<String>> parameters, List<String> known) {
    requireKnown(parameters, known);
    parameters.forEach((name, given) ->
        values.put(name, given.stream().filter(value -> !value.isBlank()).toList()));
  }

  /** Refuses what a route does not take. */
  static void requireKnown(Map<String, List<String>> parameters, List<String> known) {
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw InvalidParameterException.unknown(name, NearestName.of(name, known), known);
      }
    }
  }

  /** What was taken out so far, in that order. */
  Map<String, Object> echo() {
    return echo;
  }

  /** All values. */
  List<String> all(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (!given.isEmpty()) {
      echo.put(name, given);
    }
    return given;
  }

  /** The values of a list that may be given in pieces, or with commas. */
  List<String> commaSeparated(String name) {
    List<String> elements = new ArrayList<>();
    for (String value : values.getOrDefault(name, List.of())) {
      for (String element : value.split(",", -1)) {
        if (!element.isBlank()) {
          elements.add(element.strip());
        }
      }
    }
    if (!elements.isEmpty()) {
      echo.put(name, List.copyOf(elements));
    }
    return elements;
  }

  /** The value of a parameter that has one. */
  Optional<String> text(String name) {
    Optional<String> given = single(name);
    given.ifPresent(value -> echo.put(name, value));
    return given;
  }

  /** A whole number from one bound to the other. */
  OptionalInt whole(String name, int min, int max) {
    Optional<String> given = single(name);
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    int number = WHOLE.matcher(given.get()).matches() ? Integer.parseInt(given.get()) : -1;
    if (number < min || number > max) {
      String to = max == Integer.MAX_VALUE ? "" : String.format(Locale.ROOT, " to %,d", max);
      throw new InvalidParameterException(name, given.get(), "a whole number from " + min + to);
    }
    echo.put(name, number);
    return OptionalInt.of(number);
  }

  /** A finite number, written without an exponent. */
  OptionalDouble decimal(String name) {
    Optional<String> given = single(name);
    if (given.isEmpty()) {
      return OptionalDouble.empty();
    }
    boolean wellFormed = DECIMAL.matcher(given.get()).matches();
    double number = wellFormed ? Double.parseDouble(given.get()) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw new InvalidParameterException(name, given.get(), "a number, such as 88 or 0.5");
    }
    echo.put(name, number);
    return OptionalDouble.of(number);
  }

  /** {@code true} or {@code false}. */
  Optional<Boolean> flag(String name) {
    Optional<Boolean> flag = choice(name, GivenParameters::booleanOf, List.of("true", "false"));
    flag.ifPresent(value -> echo.put(name, value));
    return flag;
  }

  /** One of some words. */
  Optional<String> oneOf(String name, List<String> words) {
    return choice(name, word -> Optional.of(word).filter(words::contains), words);
  }

  /** What one of some words stands for. */
  <T> Optional<T> choice(String name, Function<String, Optional<T>> read, List<String> words) {
    return text(name)
        .map(value ->
            read.apply(value)
                .orElseThrow(() ->
                    new InvalidParameterException(
                        name, value, "one of " + String.join(", ", words))));
  }

  private static Optional<Boolean> booleanOf(String word) {
    return switch (word) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private Optional<String> single(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw InvalidParameterException.repeated(name, given.size());
    }
    return given.stream().findFirst();
  }
}
