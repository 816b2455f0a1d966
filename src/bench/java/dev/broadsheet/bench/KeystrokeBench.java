package dev.broadsheet.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.broadsheet.browser.Chromium;
import dev.broadsheet.browser.Look;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes in a browser from a keystroke to the suggestions for it: from the moment at
 * which the browser got the key to the moment at which the changed list was painted. That is the
 * component's pause, the way to the server and back, what the server does, and what the browser
 * does. Whatever follows on the next keystroke before that counts for nothing. What is typed are the
 * queries of {@link SuggestBench}, which times the engine alone.
 *
 * <p>Options: {@code index=PATH}, {@code heapMb=}, {@code rounds=}.
 */
public final class KeystrokeBench {
  /** Who looks at each letter, and who types fast. */
  private static final List<Integer> MILLISECONDS_BETWEEN = List.of(300, 120);

  /** Enters what was measured into {@code window.taken}. */
  private static final String WATCH =
      """
      () => {
        const root = document.querySelector("broadsheet-search").shadowRoot;
        let typedAt;
        window.taken = [];
        root.querySelector("input").addEventListener("input", event => {
          typedAt = event.target.value === "" ? undefined : event.timeStamp;
        });
        new MutationObserver(() => {
          const since = typedAt;
          typedAt = undefined;
          if (since !== undefined) {
            // A message that is sent while a frame is made comes when it was painted.
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => window.taken.push(performance.now() - since);
              channel.port2.postMessage(0);
            });
          }
        }).observe(root.querySelector("[role=listbox]"), {childList: true});
      }""";

  private KeystrokeBench() {}

  /** Prints the figures; a round before them is to warm up. */
  public static void main(String[] arguments) throws IOException {
    var options = new Options(arguments);
    var index = options.path("index");
    int heapMb = (int) options.whole("heapMb", 1_024);
    int rounds = (int) options.whole("rounds", 3);
    options.end();
    try (var server = BroadsheetServer.start(index, heapMb);
        Chromium chromium = Chromium.launch();
        Page page = chromium.open(Look.DESKTOP)) {
      page.navigate(server.url() + "/");
      Locator box = page.locator("broadsheet-search [role=combobox]");
      box.waitFor();
      page.evaluate(WATCH);
      MILLISECONDS_BETWEEN.forEach(between -> type(page, box, between, 1));
      for (int between : MILLISECONDS_BETWEEN) {
        page.evaluate("window.taken = []");
        type(page, box, between, rounds);
        print(between, rounds, taken(page));
      }
    }
  }

  private static void type(Page page, Locator box, int between, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (String query : SuggestBench.QUERIES) {
        box.fill("");
        box.pressSequentially(
            query, new Locator.PressSequentiallyOptions().setDelay(between));
        page.waitForTimeout(500);
      }
    }
  }

  private static double[] taken(Page page) {
    return ((Collection<?>) page.evaluate("window.taken"))
        .stream().mapToDouble(time -> ((Number) time).doubleValue()).sorted().toArray();
  }

  private static void print(int between, int rounds, double[] times) {
    int typed = rounds * SuggestBench.QUERIES.stream().mapToInt(String::length).sum();
    System.out.printf(
        Locale.ROOT,
        "a key every %3d ms: %4d of %4d shown before the next; p50 %.0f, p90 %.0f, p99 %.0f,"
            + " worst %.0f ms%n",
        between,
        times.length,
        typed,
        SuggestBench.at(times, 0.5),
        SuggestBench.at(times, 0.9),
        SuggestBench.at(times, 0.99),
        Arrays.stream(times).max().orElse(0));
  }
}
