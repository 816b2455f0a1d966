package dev.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser that is installed on this machine: the one that the environment variable {@code
 * BROADSHEET_CHROMIUM} names, or else a Chromium on the path. None is downloaded. Without one,
 * tests are skipped, but not on a build server. Who launches it closes it; only its own thread uses
 * it.
 */
public final class Chromium implements AutoCloseable {
  /**
   * Pictures of outlets are not fetched by tests: where they can't be, a page would wait for long.
   */
  private static final String NO_OTHER_HOSTS =
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the test. */
  public static Chromium launch() {
    Optional<Path> program = program();
    String missing =
        "no Chromium: install Debian's package chromium, or let BROADSHEET_CHROMIUM name one";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(program).as(missing).isPresent();
    }
    assumeThat(program).as(missing).isPresent();
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Chromium(playwright, launch(playwright, program.orElseThrow()));
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  private static Browser launch(Playwright playwright, Path program) {
    // The sandbox can't be set up by root, as which builds in containers run.
    boolean root = "root".equals(System.getProperty("user.name"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setChromiumSandbox(!root)
                .setArgs(List.of("--disable-dev-shm-usage", NO_OTHER_HOSTS)));
  }

  private static Optional<Path> program() {
    String named = System.getenv("BROADSHEET_CHROMIUM");
    return named != null ? Optional.of(Path.of(named)) : onPath();
  }

  private static Optional<Path> onPath() {
    String[] folders =
        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator, -1);
    return NAMES.stream()
        .flatMap(name -> Arrays.stream(folders).map(folder -> Path.of(folder, name)))
        .flatMap(path -> Files.isExecutable(path) ? Stream.of(path) : Stream.empty())
        .findFirst();
  }

  /** A window that knows nothing of the others; closing the page closes it. */
  public Page open(Look look) {
    return browser.newPage(
        new Browser.NewPageOptions()
            .setViewportSize(look.width(), look.height())
            .setColorScheme(look.scheme())
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setTimezoneId("UTC")
            .setJavaScriptEnabled(look.script()));
  }

  @Override
  public void close() {
    try (playwright) {
      browser.close();
    }
  }
}
