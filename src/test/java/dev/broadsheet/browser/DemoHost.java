package dev.broadsheet.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another site, of another origin, that embeds the component: the pages of {@code docs/demo}, and
 * pages that tests make. Sent with a strict policy. Who opens it closes it.
 */
final class DemoHost implements AutoCloseable {
  private static final Path PAGES = Path.of("docs", "demo");

  /** Where the pages of the demo look for Broadsheet. */
  private static final String DOCUMENTED = "http://127.0.0.1:8080";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src {server}; connect-src {server};"
          + " img-src http: https:; base-uri 'none'; form-action 'self' {server};"
          + " require-trusted-types-for 'script'";

  private static final String PAGE =
      """
      <!doctype html>
      <html {language}>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Made for a test</title>
      <script type="module" src="{server}/broadsheet.js"></script>
      </head>
      <body><main>
      <h1>A page</h1>
      <broadsheet-search endpoint="{server}" {attributes}></broadsheet-search>
      </main></body>
      </html>
      """;

  private final HttpServer server;
  private final AtomicReference<String> broadsheet = new AtomicReference<>(DOCUMENTED);
  private final Map<String, String> made = new ConcurrentHashMap<>();

  private DemoHost(HttpServer server) {
    this.server = server;
  }

  /** Starts it, leading nowhere as yet. */
  static DemoHost open() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var host = new DemoHost(server);
    server.createContext("/", host::answer);
    server.start();
    return host;
  }

  /** Lets its pages use a server. */
  void use(String url) {
    broadsheet.set(url);
  }

  /** How browsers name it. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Makes a page with the component.
   *
   * @param language attributes of the page
   * @param attributes of the element, besides its endpoint
   * @return where it is
   */
  String page(String language, String attributes) {
    String path = "/made-" + made.size() + ".html";
    made.put(path, PAGE.replace("{language}", language).replace("{attributes}", attributes));
    return origin() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      byte[] body = led(body(path)).getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8");
      headers.set("Content-Security-Policy", led(POLICY));
      exchange.sendResponseHeaders(
          body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String led(String text) {
    return text.replace(DOCUMENTED, broadsheet.get()).replace("{server}", broadsheet.get());
  }

  private String body(String path) throws IOException {
    Path file = PAGES.resolve(path.substring(1));
    return path.length() > 1 && Files.isRegularFile(file)
        ? Files.readString(file)
        : made.getOrDefault(path, "");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
