package dev.broadsheet.corpus;

import dev.broadsheet.article.CanonicalUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of one mapping. What does not fit its type is noted as a flaw that names the
 * key, the value and what was expected, and reads as absent.
 */
final class Fields {
  /** Index terms, of which URLs and labels become some, are not longer than 32,766 bytes. */
  private static final int LONGEST_LABEL = 1_000;

  private static final int LONGEST_URL = 8_000;

  private final Node.Mapping mapping;
  private final Supplier<String> path;
  private final List<Flaw> flaws;

  /**
   * The values of a mapping.
   *
   * @param path what stands before the keys in messages
   * @param flaws where to note what does not fit
   */
  Fields(Node.Mapping mapping, Supplier<String> path, List<Flaw> flaws) {
    this.mapping = mapping;
    this.path = path;
    this.flaws = flaws;
  }

  /** The line on which the mapping starts. */
  int line() {
    return mapping.line();
  }

  /** The mapping under a key, or under one of the list there. */
  Fields within(Node.Mapping inner, String key) {
    return new Fields(inner, () -> path.get() + key + ": ", flaws);
  }

  /** The value under a key, as it is. */
  @Nullable Node node(String key) {
    return mapping.values().get(key);
  }

  /** Notes that a value does not fit. */
  void flaw(Node node, String key, String message) {
    flaws.add(new Flaw(node.line(), path.get() + key + ": " + message));
  }

  /** Notes that a key is not there. */
  void missing(String key, String expected) {
    Node blank = node(key);
    int line = blank == null ? line() : blank.line();
    flaws.add(new Flaw(line, path.get() + key + " is missing (expected " + expected + ")"));
  }

  /** Plain text. */
  Optional<String> text(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> Optional.empty();
      case Node.Scalar scalar -> nonEmpty(PlainText.of(scalar.text()));
      case Node.Sequence _, Node.Mapping _ -> wrongShape(node, key, "text");
    };
  }

  /** Text as it was written. */
  Optional<String> raw(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> Optional.empty();
      case Node.Scalar scalar -> nonEmpty(scalar.text());
      case Node.Sequence _, Node.Mapping _ -> wrongShape(node, key, "text");
    };
  }

  /** Plain text to filter by. */
  Optional<String> label(String key) {
    Optional<String> label = text(key);
    label.ifPresent(text -> checkLabel(node(key), key, text));
    return label;
  }

  /** A list of plain text to filter by; a single one stands for a list of one. */
  List<String> labels(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> List.of();
      case Node.Scalar absent when absent.isAbsent() -> List.of();
      case Node.Scalar _ -> label(key).map(List::of).orElse(List.of());
      case Node.Sequence list -> labels(key, list);
      case Node.Mapping _ -> {
        wrongShape(node, key, "a list of text");
        yield List.of();
      }
    };
  }

  private List<String> labels(String key, Node.Sequence list) {
    List<String> labels = new ArrayList<>(list.items().size());
    for (Node item : list.items()) {
      if (item instanceof Node.Scalar scalar) {
        nonEmpty(PlainText.of(scalar.text()))
            .ifPresent(label -> {
              checkLabel(item, key, label);
              labels.add(label);
            });
      } else {
        wrongShape(item, key, "text in this list");
      }
    }
    return labels;
  }

  /** A list of mappings. */
  List<Node> list(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> List.of();
      case Node.Scalar absent when absent.isAbsent() -> List.of();
      case Node.Sequence list -> list.items();
      case Node.Scalar _, Node.Mapping _ -> {
        wrongShape(node, key, "a list");
        yield List.of();
      }
    };
  }

  /** A URL that a page can link to, under the first of some keys that has one. */
  Optional<String> link(List<String> keys) {
    for (String key : keys) {
      Optional<String> url = url(key);
      if (url.isPresent()) {
        checkLink(key, url.get());
        return url;
      }
    }
    return Optional.empty();
  }

  /** A URL, whatever it leads to. */
  Optional<String> url(String key) {
    Node node = node(key);
    return switch (node) {
      case null -> Optional.empty();
      case Node.Scalar absent when absent.isAbsent() -> Optional.empty();
      case Node.Scalar scalar -> nonEmpty(WebAddress.of(scalar.text()));
      case Node.Sequence _, Node.Mapping _ -> wrongShape(node, key, "a URL");
    };
  }

  /** A finite number. */
  OptionalDouble number(String key) {
    return scalar(
            key,
            "a number (expected a number such as 88)",
            text -> {
              OptionalDouble number = NumberText.decimal(text);
              return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
            })
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  /** A whole number from 0 up. */
  OptionalInt whole(String key) {
    return scalar(
            key,
            "a whole number (expected a number of pixels such as 640)",
            text -> {
              OptionalInt number = NumberText.whole(text);
              return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
            })
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Yes or no, in any of YAML's words for it. */
  boolean flag(String key, boolean missing) {
    return scalar(
            key,
            "a boolean (expected true or false)",
            text ->
                switch (text.toLowerCase(Locale.ROOT)) {
                  case "true", "yes", "on" -> Optional.of(true);
                  case "false", "no", "off" -> Optional.of(false);
                  default -> Optional.empty();
                })
        .orElse(missing);
  }

  /** A point in time. */
  Optional<Instant> instant(String key) {
    return scalar(key, "a date (expected ISO-8601 such as 2019-12-20T20:43:00Z)", DateText::parse);
  }

  /** A span of time. */
  Optional<Duration> duration(String key) {
    return scalar(key, "a duration (expected ISO-8601 such as PT3M20S)", Fields::durationOf);
  }

  private static Optional<Duration> durationOf(String text) {
    try {
      return Optional.of(Duration.parse(text)).filter(length -> !length.isNegative());
    } catch (DateTimeException notADuration) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> scalar(String key, String what, Function<String, Optional<T>> parser) {
    Node node = node(key);
    if (node == null || (node instanceof Node.Scalar scalar && scalar.isAbsent())) {
      return Optional.empty();
    }
    if (!(node instanceof Node.Scalar scalar)) {
      flaw(node, key, node.noun() + " is not " + what);
      return Optional.empty();
    }
    Optional<T> value = parser.apply(scalar.text().strip());
    if (value.isEmpty()) {
      flaw(node, key, Shown.value(scalar.text()) + " is not " + what);
    }
    return value;
  }

  private <T> Optional<T> wrongShape(Node node, String key, String expected) {
    flaw(node, key, "found " + node.noun() + " (expected " + expected + ")");
    return Optional.empty();
  }

  private void checkLabel(@Nullable Node node, String key, String label) {
    if (node != null && label.length() > LONGEST_LABEL) {
      flaw(node, key, Shown.value(label) + tooLong(label, LONGEST_LABEL));
    }
  }

  private void checkLink(String key, String url) {
    Node node = node(key);
    if (node == null) {
      return;
    }
    if (url.length() > LONGEST_URL) {
      flaw(node, key, Shown.value(url) + tooLong(url, LONGEST_URL));
      return;
    }
    try {
      CanonicalUrl.of(url);
    } catch (IllegalArgumentException e) {
      flaw(
          node,
          key,
          Shown.value(url) + " can't be followed (expected a URL such as https://example.com/a)");
    }
  }

  private static String tooLong(String text, int longest) {
    return " has "
        + text.length()
        + " characters (expected at most "
        + String.format(Locale.ROOT, "%,d", longest)
        + ")";
  }

  private static Optional<String> nonEmpty(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }
}
