package dev.broadsheet.browser;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
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

  private final Javalin server;
  private final AtomicReference<String> broadsheet = new AtomicReference<>(DOCUMENTED);
  private final Map<String, String> made = new ConcurrentHashMap<>();

  private DemoHost() {
    server =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.routes.get("/<file>", this::answer);
        });
  }

  /** Starts it, leading nowhere as yet. */
  static DemoHost open() {
    var host = new DemoHost();
    host.server.start("127.0.0.1", 0);
    return host;
  }

  /** Lets its pages use a server. */
  void use(String url) {
    broadsheet.set(url);
  }

  /** How browsers name it. */
  String origin() {
    return "http://127.0.0.1:" + server.port();
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

  private void answer(Context context) throws IOException {
    String path = context.path();
    String body = led(body(path));
    context.status(body.isEmpty() ? 404 : 200);
    context.header("Content-Security-Policy", led(POLICY));
    context.contentType(path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8");
    context.result(body);
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
    server.stop();
  }
}
