package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running {@code ./broadsheet serve}.
 *
 * @param child its process
 * @param url where it answers
 */
record BroadsheetServer(Child child, URI url) implements AutoCloseable {
  private static final Pattern URL = Pattern.compile("(http://\\S+)/search");

  /** Starts one over an index, on a free port. */
  static BroadsheetServer start(Path index, int heapMb) throws IOException {
    return start(index, heapMb, Map.of());
  }

  /** Starts one that finds only what has all words of a query. */
  static BroadsheetServer strict(Path index, int heapMb) throws IOException {
    return start(
        index,
        heapMb,
        Map.of("BROADSHEET_RELAX_BELOW", "0", "BROADSHEET_RELAX_LONG_BELOW", "0"));
  }

  private static BroadsheetServer start(Path index, int heapMb, Map<String, String> settings)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("BROADSHEET_JAVA_OPTS", "-Xmx" + heapMb + "m");
    Child child =
        Child.start(
            environment,
            List.of("./broadsheet", "serve", "--index=" + index, "--port=0"));
    Matcher said = URL.matcher(child.line());
    if (!said.find()) {
      child.close();
      throw new IOException("the server does not say where it answers");
    }
    return new BroadsheetServer(child, URI.create(said.group(1)));
  }

  /** As {@link SearchBench} asks it. */
  SearchBench.Server raced() {
    return new SearchBench.Server(url, child::processorTime);
  }

  @Override
  public void close() {
    child.close();
  }
}
