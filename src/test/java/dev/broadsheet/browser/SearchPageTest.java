package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import dev.broadsheet.fixture.ExampleSite;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search page as a visitor without JavaScript uses it. */
@Thorough
class SearchPageTest {
  private static final String FOUND =
      "/?q=harbour&topic=Climate&topic=Oceans&from=2024-06&type=article";

  /** Whatever the page can show. */
  private static final List<String> SEEN =
      List.of(
          "/",
          FOUND,
          "/?q=vacine",
          "/?q=flood+barrier",
          "/?q=xyzzyq&topic=AI",
          "/?q=harbour&page=100",
          "/?from=x");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static ExampleSite site;

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

  private void open(Look look, String path) {
    page = chromium.open(look.withoutScript());
    page.navigate(site.url() + path);
  }

  private void open(String path) {
    open(Look.DESKTOP, path);
  }

  @AfterEach
  void close() {
    page.close();
  }

  /**
   * Clicks a link and waits for the page that it leads to: nothing else tells when that is there.
   */
  private void follow(Locator link) {
    String target = URI.create(page.url()).resolve(link.getAttribute("href")).toString();
    link.click();
    page.waitForURL(
        target::equals, new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
  }

  private long found() {
    return Long.parseLong(status().textContent().strip().split(" ", 2)[0].replace(",", ""));
  }

  private Locator status() {
    return page.locator("#bs-status");
  }

  @Test
  void words_areLookedFor() {
    open("/");
    page.getByRole(AriaRole.SEARCHBOX).fill("flood barrier");
    page.keyboard().press("Enter");
    page.waitForURL("**/?q=flood+barrier");
    assertThat(status()).containsText("flood barrier");
    assertThat(page.locator(".bs-title mark").first()).isVisible();
  }

  @Test
  void severalValues_canBeChosen_andTakenBack() {
    open("/?q=harbour");
    long all = found();
    Locator topics = page.locator("[aria-labelledby=bs-facet-topic]");
    String first = topics.locator(".bs-value-name").nth(0).textContent();
    String second = topics.locator(".bs-value-name").nth(1).textContent();
    follow(topics.locator(".bs-value").nth(0));
    long one = found();
    follow(topics.locator(".bs-value").nth(1));
    assertThat(found()).isBetween(one, all);
    assertThat(topics.locator("[aria-current] .bs-value-name"))
        .hasText(new String[] {first, second});
    assertThat(page.locator(".bs-chosen bdi")).hasText(new String[] {first, second});
    follow(page.locator(".bs-chosen-filter").first());
    assertThat(page.locator(".bs-chosen bdi")).hasText(new String[] {second});
    follow(page.locator(".bs-clear"));
    assertThat(found()).isEqualTo(all);
    assertThat(page).hasURL(site.url() + "/?q=harbour");
  }

  @Test
  void facetCount_isWhatChoosingItShows() {
    open("/?q=harbour");
    Locator value = page.locator("[aria-labelledby=bs-facet-provider] .bs-value").nth(1);
    long count = Long.parseLong(value.locator(".bs-count").textContent());
    follow(value);
    assertThat(found()).isEqualTo(count);
  }

  @Test
  void bar_narrowsToItsSpan() {
    open("/");
    Locator bar = page.locator(".bs-bar-link").last();
    String[] told = bar.getAttribute("title").split(": ", 2);
    follow(bar);
    assertThat(found()).isEqualTo(Long.parseLong(told[1]));
    assertThat(page.locator(".bs-chosen-filter")).hasCount(1);
    follow(page.getByText("All dates"));
    assertThat(page.locator(".bs-chosen-filter")).hasCount(0);
  }

  @Test
  void bounds_canBeTyped_andKeepTheRest() {
    open("/?q=harbour&sort=date");
    page.getByLabel("From").fill("2025-01-01");
    page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2025-12-31");
    page.getByText("Apply").click();
    page.waitForURL("**from=2025-01-01**");
    assertThat(page.getByLabel("From")).hasValue("2025-01-01");
    for (Locator date :
        page.locator(".bs-hits > li > article > .bs-text > .bs-byline time").all()) {
      assertThat(date.getAttribute("datetime")).startsWith("2025-");
    }
    assertThat(page.locator("[aria-label='Sort by'] [aria-current]")).hasText("Newest");
  }

  @Test
  void order_isALink_andStays() {
    open("/");
    follow(page.getByText("Oldest"));
    List<String> dates =
        page.locator(".bs-hits > li > article > .bs-text > .bs-byline time").all().stream()
            .map(date -> date.getAttribute("datetime"))
            .toList();
    assertThat(dates).hasSizeGreaterThan(3).isSorted();
    follow(page.locator(".bs-page-next"));
    assertThat(page.locator("[aria-label='Sort by'] [aria-current]")).hasText("Oldest");
  }

  @Test
  void pages_leadForthAndBack_andTogetherHoldEveryHitOnce() {
    open("/?group=none&size=50");
    long all = found();
    List<String> titles = new ArrayList<>(titles());
    int most = 100;
    while (page.locator(".bs-page-next").count() > 0 && most-- > 0) {
      follow(page.locator(".bs-page-next"));
      titles.addAll(titles());
    }
    assertThat(titles).hasSize((int) all);
    String last = page.url();
    page.goBack();
    assertThat(page.locator(".bs-page-next")).isVisible();
    page.goForward();
    assertThat(page.url()).isEqualTo(last);
  }

  private List<String> titles() {
    return Jsoup.parse(page.content()).select(".bs-title").eachText();
  }

  @Test
  void story_isFolded_andOpensWithoutScript() {
    open("/?q=flood+barrier");
    Locator coverage = page.locator(".bs-coverage").first();
    assertThat(coverage.locator(".bs-related-title").first()).not().isVisible();
    coverage.locator("summary").click();
    assertThat(coverage.locator(".bs-related-title").first()).isVisible();
  }

  @Test
  void misspelling_isToldAndCanBeTakenAtItsWord() {
    open("/?q=vacine");
    assertThat(page.locator(".bs-notice")).containsText("vaccine");
    follow(page.locator(".bs-notice-link").last());
    assertThat(page).hasURL(site.url() + "/?q=vacine&typos=off");
    assertThat(page.locator(".bs-notice")).hasText("Did you mean vaccine?");
  }

  @Test
  void filters_areFoldedOnAPhone_andOpenAtADesk() {
    open(Look.PHONE, "/");
    assertThat(page.locator(".bs-value").first()).not().isVisible();
    page.locator(".bs-filters-summary").click();
    assertThat(page.locator(".bs-value").first()).isVisible();
    close();
    open(Look.DESKTOP, "/");
    assertThat(page.locator(".bs-value").first()).isVisible();
    assertThat(page.locator(".bs-filters-summary")).not().isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", FOUND, "/?from=x", "/?q=xyzzyq"})
  void nothingIsWiderThanTheWindow_atFourHundredPercent(String path) {
    // As a window of 1280 pixels is, zoomed to 400 %.
    page = onlyServed(new Look(320, 256, ColorScheme.LIGHT, true));
    page.navigate(site.url() + path);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
  }

  @Test
  void firstTab_leadsPastTheFilters() {
    open("/?q=harbour");
    page.locator(".bs-button").first().focus();
    page.keyboard().press("Tab");
    assertThat(page.locator(".bs-skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page).hasURL(site.url() + "/?q=harbour#bs-results");
    page.keyboard().press("Tab");
    assertThat(page.locator(".bs-results .bs-choice").first()).isFocused();
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void axe_findsNothing(Look look) {
    page = onlyServed(look);
    for (String path : SEEN) {
      page.navigate(site.url() + path);
      openAll();
      List<Rule> violations = new AxeBuilder(page).setLegacyMode(true).analyze().getViolations();
      assertThat(violations).as(path + " " + violations).isEmpty();
    }
  }

  /** For tools that are scripts themselves: of the page's, none is run. */
  private static Page onlyServed(Look look) {
    Page served = chromium.open(look);
    served.route("**/broadsheet.js*", Route::abort);
    return served;
  }

  private void openAll() {
    Locator closed = page.locator("details:not([open]) > summary:visible");
    while (closed.count() > 0) {
      closed.first().click();
    }
  }
}
