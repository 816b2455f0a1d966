package dev.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Queries to measure with.
 *
 * @param parameters of {@code /search}, encoded, one text a query
 * @param classes of the queries, in the same order
 */
record QueryFile(List<String> parameters, List<String> classes) {
  /** Reads what {@link QueryGenerator} wrote. */
  static QueryFile read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new QueryFile(
        lines.stream().map(line -> line.substring(0, line.indexOf('\t'))).toList(),
        lines.stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList());
  }

  /** The same queries with more parameters, such as {@code facets=none}. */
  QueryFile with(String more) {
    String tail = more.isEmpty() ? "" : "&" + more;
    return new QueryFile(parameters.stream().map(query -> query + tail).toList(), classes);
  }

  int size() {
    return classes.size();
  }
}
