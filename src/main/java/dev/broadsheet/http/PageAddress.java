package dev.broadsheet.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the address of a search page says, and the addresses of pages near it. Who changes the
 * search begins at its first page again. Links are relative, so that they hold behind a proxy, too.
 *
 * @param parameters the values of each name, decoded, in a fixed order
 */
record PageAddress(Map<String, List<String>> parameters) {
  /** The page without any parameter. */
  static final String START = "./";

  PageAddress {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** That of a search. */
  static PageAddress of(ParsedSearch search) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    search.echo().forEach((name, value) -> parameters.put(name, texts(value)));
    return new PageAddress(parameters);
  }

  private static List<String> texts(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }

  /** Whether a parameter is given. */
  boolean has(String name) {
    return parameters.containsKey(name);
  }

  /** The values of a parameter. */
  List<String> values(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  /** The same search from its first page on. */
  PageAddress first() {
    return copy(changed -> {});
  }

  /** With one value of a parameter, in place of those that it has. */
  PageAddress with(String name, String value) {
    return copy(changed -> changed.put(name, List.of(value)));
  }

  /** Without some parameters. */
  PageAddress without(List<String> names) {
    return copy(changed -> names.forEach(changed::remove));
  }

  /** Without a parameter. */
  PageAddress without(String name) {
    return without(List.of(name));
  }

  /** With one value more. */
  PageAddress plus(String name, String value) {
    List<String> more = new ArrayList<>(values(name));
    more.add(value);
    return copy(changed -> changed.put(name, more));
  }

  /** With one value less, in whatever case. */
  PageAddress minus(String name, String value) {
    List<String> rest =
        values(name).stream().filter(one -> !one.strip().equalsIgnoreCase(value)).toList();
    return rest.isEmpty() ? without(name) : copy(changed -> changed.put(name, rest));
  }

  private PageAddress copy(Change change) {
    Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
    changed.remove(SearchParameters.PAGE);
    changed.remove(SearchParameters.CURSOR);
    change.make(changed);
    return new PageAddress(changed);
  }

  private interface Change {
    void make(Map<String, List<String>> parameters);
  }

  /** As a link on the page. */
  String href() {
    String query = query();
    return query.isEmpty() ? START : query;
  }

  /** What stands behind the path; empty where there is nothing. */
  String query() {
    return PublicAddress.query(parameters);
  }
}
