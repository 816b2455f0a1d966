package dev.broadsheet.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a feed is about: {@code flood barrier, topic Climate or Cities, not type video}. */
final class FeedSubject {
  private FeedSubject() {}

  /** The words and filters among the parameters. */
  static String of(Map<String, Object> given) {
    List<String> parts = new ArrayList<>();
    given.forEach((name, value) -> {
      if (name.equals(SearchParameters.QUERY)) {
        parts.add(value.toString().strip());
      } else if (SearchParameters.FILTER_NAMES.contains(name)
          && !name.equals(SearchParameters.ZONE)) {
        parts.add(filter(name, value));
      }
    });
    return parts.isEmpty() ? "all items" : String.join(", ", parts);
  }

  private static String filter(String name, Object value) {
    String values =
        value instanceof Collection<?> several
            ? several.stream().map(Object::toString).collect(Collectors.joining(" or "))
            : value.toString();
    return name.endsWith(SearchParameters.EXCEPT)
        ? "not "
            + name.substring(0, name.length() - SearchParameters.EXCEPT.length())
            + " "
            + values
        : name.replace('.', ' ') + " " + values;
  }
}
