package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.broadsheet.fixture.ExampleSite;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that describes the API, as a web developer tries things on it. */
@Thorough
class DocsPageTest {
  private static final LocatorAssertions.ContainsTextOptions PATIENT =
      new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static ExampleSite site;

  private final List<String> trouble = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.launch();
    site = ExampleSite.open(folder.resolve("index"));
  }

  @AfterAll
  static void stop() {
    if (site != null) {
      site.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  private void open(Look look) {
    page = chromium.open(look);
    page.onConsoleMessage(message -> trouble.add(message.text()));
    page.onPageError(trouble::add);
    page.navigate(site.url() + "/docs");
  }

  @AfterEach
  void close() {
    page.close();
  }

  /** Opens the form of a route. */
  private Locator form(String path) {
    page.locator("section:has([data-path='" + path + "']) summary").click();
    return page.locator("form[data-path='" + path + "']");
  }

  private Locator output(String path) {
    return page.locator("section:has([data-path='" + path + "']) output");
  }

  @Test
  void form_showsItsAnswerBesideIt() {
    open(Look.DESKTOP);
    Locator form = form("/search");
    form.locator("[name=q]").fill("flood barrier");
    form.locator("[name=sort]").selectOption("date");
    form.locator("button").click();

    assertThat(output("/search")).containsText("/search?q=flood+barrier&sort=date", PATIENT);
    assertThat(output("/search")).containsText("200 application/json", PATIENT);
    assertThat(output("/search")).containsText("\"total\":", PATIENT);
    assertThat(trouble).isEmpty();
  }

  @Test
  void formOfAPath_putsItsPartsIn() {
    open(Look.DESKTOP);
    Locator form = form("/articles/{id}");
    form.locator("[name=id]").fill("943d1b8d833ebbe53507507f");
    form.locator("button").click();

    assertThat(output("/articles/{id}"))
        .containsText("/articles/943d1b8d833ebbe53507507f\n200 application/json", PATIENT);
  }

  @Test
  void problem_isShownAsItIs() {
    open(Look.DESKTOP);
    Locator form = form("/search");
    form.locator("[name=size]").fill("many");
    form.locator("button").click();

    assertThat(output("/search")).containsText("400 application/problem+json", PATIENT);
    assertThat(output("/search")).containsText("whole number from 0 to 100", PATIENT);
  }

  @Test
  void withoutScript_aFormLeadsToItsAnswer() {
    open(Look.DESKTOP.withoutScript());
    Locator form = form("/suggest");
    form.locator("[name=q]").fill("harb");
    form.locator("button").click();

    page.waitForURL(Pattern.compile(".*/suggest\\?q=harb.*"));
    assertThat(page.locator("body")).containsText("\"kind\":", PATIENT);
  }

  static Stream<Look> looks() {
    return Stream.of(Look.DESKTOP, Look.PHONE.dark());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void page_hasNoViolation(Look look) {
    open(look);
    form("/search");

    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }
}
