package dev.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.broadsheet.fixture.ExampleSite;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The web component in a browser, on the server's own page and on another site with a strict
 * policy. After each test no script of the page may have failed, and the policy not have been hurt.
 */
@Thorough
abstract class ComponentTest {
  /** What the browser says of pictures that don't load, and of answers that tests make fail. */
  private static final String FAILED_LOAD = "Failed to load resource";

  @TempDir private static Path folder;
  static DemoHost host;
  static ExampleSite site;
  private static Chromium chromium;

  private final List<String> errors = new ArrayList<>();
  Page page;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.launch();
    host = DemoHost.open();
    site =
        ExampleSite.open(folder.resolve("index"), Map.of("BROADSHEET_CORS_ORIGINS", host.origin()));
    host.use(site.url());
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    if (host != null) {
      host.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    open(Look.DESKTOP);
  }

  /** Another window in place of the one before. */
  final void open(Look look) {
    close();
    page = chromium.open(look);
    // The day on which the example site is served.
    page.clock().setFixedTime("2026-01-01T12:00:00Z");
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().startsWith(FAILED_LOAD)) {
        errors.add(message.text());
      }
    });
    // The pictures of the example corpus are nowhere.
    page.route(url -> url.contains(".example/"), Route::abort);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.close();
      page = null;
    }
  }

  @AfterEach
  void nothingFailed() {
    assertThat(errors).isEmpty();
  }

  /** The field for words. */
  final Locator box() {
    return page.locator("broadsheet-search [role=combobox]");
  }

  /** Types words, and waits until what is offered is for all of them. */
  final void type(String words) {
    page.waitForRequestFinished(
        asking("suggest", words),
        () ->
            page.waitForRequestFinished(
                asking("search", words), () -> box().pressSequentially(words)));
    // What came is shown in turns that were queued before this one.
    page.evaluate("() => new Promise(done => setTimeout(done, 100))");
  }

  private static Page.WaitForRequestFinishedOptions asking(String route, String words) {
    String asked = "/" + route + "?q=" + words.replace(' ', '+') + "&";
    return new Page.WaitForRequestFinishedOptions()
        .setPredicate(request -> request.url().contains(asked));
  }

  /** What is offered while typing. */
  final Locator options() {
    return page.locator("broadsheet-search [role=option]");
  }

  /** A part of the component, not of what the server rendered within it. */
  final Locator part(String name) {
    return page.locator("broadsheet-search [part~=" + name + "]");
  }

  /** Opens the server's page, and waits until the component has taken over. */
  final void openPage(String path) {
    page.navigate(site.url() + path);
    box().waitFor();
  }

  /** Opens a page of another site with the component. */
  final void openHost(String attributes) {
    page.navigate(host.page("lang=\"en\"", attributes));
    box().waitFor();
  }

  /** Answers in place of the server. */
  final void answer(String urls, int status, String body) {
    page.route(
        urls,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/json")
                    .setHeaders(
                        Map.of(
                            "Access-Control-Allow-Origin", "*",
                            "Access-Control-Expose-Headers", "Retry-After",
                            "Retry-After", "1"))
                    .setBody(body)));
  }

  /** Keeps what the component tells in {@code window.told}, and stops what would follow. */
  final void listen(String event) {
    page.evaluate(
        "event => { window.told = []; document.addEventListener(event, told => {"
            + " told.preventDefault(); window.told.push(told.detail); }); }",
        event);
  }
}
