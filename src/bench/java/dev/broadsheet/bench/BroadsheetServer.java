package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
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
    Child child =
        Child.start(
            Map.of("BROADSHEET_JAVA_OPTS", "-Xmx" + heapMb + "m"),
            List.of("./broadsheet", "serve", "--index=" + index, "--port=0"));
    Matcher said = URL.matcher(child.line());
    if (!said.find()) {
      child.close();
      throw new IOException("the server does not say where it answers");
    }
    return new BroadsheetServer(child, URI.create(said.group(1)));
  }

  @Override
  public void close() {
    child.close();
  }
}
