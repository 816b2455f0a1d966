package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The results, on the server's own page, with the search in the address bar. */
class ComponentPageTest extends ComponentTest {
  @ParameterizedTest
  @MethodSource("dev.broadsheet.browser.Look#all")
  void page_isTakenOver_withTheSameContentInTheSamePlaces(Look look) {
    open(look);
    page.route("**/broadsheet.js*", Route::abort);
    page.navigate(site.url() + "/?q=harbour");
    String served = layout("document.querySelector('broadsheet-search')");
    page.unroute("**/broadsheet.js*");
    openPage("/?q=harbour");
    assertThat(layout("document.querySelector('broadsheet-search').shadowRoot")).isEqualTo(served);
  }

  /** What is where, from the top of the page to its bottom. */
  private String layout(String root) {
    return page.evaluate(
            "[..."
                + root
                + ".querySelectorAll('.bs-input, .bs-status, .bs-choice, .bs-facet-title, .bs-value-name,"
                + " .bs-byline, .bs-title, .bs-snippet, .bs-chip, .bs-coverage-summary, .bs-page-link')]"
                + ".map(element => [element.className, Math.round(element.getBoundingClientRect().top),"
                + " Math.round(element.getBoundingClientRect().left),"
                + " element.matches('.bs-page-link') ? '' : element.innerText].join(' ')).join('\\n')")
        .toString();
  }

  @Test
  void page_isTakenOver_withTheWordsThatWereTypedMeanwhile() {
    Deque<Route> held = new ArrayDeque<>();
    page.route("**/search?*", held::add);
    page.navigate(site.url() + "/?q=harbour");
    Locator served = page.locator("broadsheet-search input[type=search]");
    served.fill("harbour fer");
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);
    assertThat(box()).isFocused();
    box().pressSequentially("ry");
    assertThat(box()).hasValue("harbour ferry");
  }

  @Test
  void page_staysAsServed_whereTheFirstAnswerFails() {
    page.route("**/search?*", Route::abort);
    page.navigate(site.url() + "/?q=harbour");
    page.waitForTimeout(300);
    assertThat(page.locator("broadsheet-search .bs-status")).isVisible();
    assertThat(page.locator("broadsheet-search .bs-status")).containsText("harbour");
  }

  @Test
  void words_areLookedFor_withoutLeavingThePage() {
    openPage("/");
    mark();
    box().fill("flood barrier");
    box().press("Enter");
    page.waitForURL("**/?q=flood+barrier");
    assertThat(part("status")).containsText("flood barrier");
    assertThat(part("title").first().locator("mark").first()).isVisible();
    assertThat(page).hasTitle("flood barrier – Broadsheet");
    assertMarked();
  }

  @Test
  void values_areChosenSideBySide_andTakenBack() {
    openPage("/?q=harbour");
    Locator topics = facet("topic").locator("[part~=value]");
    String first = topics.first().locator("[part~=value-name]").innerText();
    topics.first().click();
    page.waitForURL(Pattern.compile("[?&]topic="));
    assertThat(part("chosen-filter")).hasText(new String[] {"Remove " + first});
    assertThat(topics.first()).hasAttribute("aria-current", "true");
    topics.nth(1).click();
    assertThat(part("chosen-filter")).hasCount(2);
    part("clear").click();
    page.waitForURL("**/?q=harbour");
    assertThat(part("chosen-filter")).hasCount(0);
  }

  @Test
  void aValueThatIsChosenByKeyboard_keepsTheFocus() {
    openPage("/?q=harbour");
    Locator value = facet("topic").locator("[part~=value]").first();
    value.focus();
    value.press("Enter");
    assertThat(part("chosen-filter")).hasCount(1);
    assertThat(facet("topic").locator("[part~=value][aria-current]")).isFocused();
  }

  @Test
  void values_areFoundByTheirBeginning_countedForTheWords() {
    openPage("/?q=the&group=none");
    facet("topic").locator("button").click();
    assertThat(part("find")).isFocused();
    page.keyboard().type("cli");
    Locator found = part("values-found").locator("[part~=value]");
    assertThat(found.first()).containsText(Pattern.compile("^Cli"));
    assertThat(part("values-found")).not().containsText("AI");
    Locator climate = found.filter(new Locator.FilterOptions().setHasText("Climate")).first();
    String count = climate.locator("[part~=count]").innerText();
    climate.click();
    page.waitForURL(Pattern.compile("topic=Climate"));
    assertThat(part("status")).containsText(Pattern.compile("^" + count + " articles?"));
  }

  @Test
  void aSpanOfDates_isDragged() {
    openPage("/");
    BoundingBox bars = part("bars").boundingBox();
    page.mouse().move(bars.x + bars.width * 0.3, bars.y + 10);
    page.mouse().down();
    page.mouse().move(bars.x + bars.width * 0.6, bars.y + 10);
    page.mouse().up();
    page.waitForURL(Pattern.compile("[?&]from=[0-9-]+&to=[0-9-]+"));
    assertThat(part("chosen-filter")).hasCount(2);
    part("dates").locator("a[part~=more]").click();
    assertThat(part("chosen-filter")).hasCount(0);
  }

  @Test
  void aSpanOfDates_isSetByKeyboard() {
    openPage("/");
    Locator handle = part("handle-from");
    handle.focus();
    handle.press("ArrowRight");
    assertThat(handle).hasAttribute("aria-valuenow", "1");
    handle.press("Enter");
    page.waitForURL(Pattern.compile("[?&]from=[0-9-]+&to=[0-9-]+"));
    assertThat(part("handle-from")).isFocused();
  }

  @Test
  void aSpanOfDates_isDraggedFromTheRight_whereThatIsWhereLinesBegin() {
    page.navigate(host.page("lang=\"ar\" dir=\"rtl\"", "mode=\"page\""));
    part("bars").waitFor();
    BoundingBox bars = part("bars").boundingBox();
    assertThat(part("handle-from").boundingBox().x)
        .isGreaterThan(part("handle-to").boundingBox().x);
    page.mouse().move(bars.x + bars.width - 1, bars.y + 10);
    page.mouse().down();
    page.mouse().move(bars.x + bars.width * 0.6, bars.y + 10);
    String first =
        part("bar-link").first().getAttribute("href").replaceAll(".*from=([0-9-]+).*", "$1");
    page.mouse().up();
    page.waitForURL(Pattern.compile("[?&]from=" + first + "&to="));
  }

  @Test
  void narrowWindow_needsNoScrollingToTheSide() {
    open(new Look(320, 640, ColorScheme.LIGHT, true));
    openPage("/?q=harbour");
    part("filters-summary").click();
    box().press("ArrowDown");
    assertThat(options()).not().hasCount(0);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
  }

  @Test
  void aBar_isChosenByAClick() {
    openPage("/");
    part("bar-link").last().click();
    page.waitForURL(Pattern.compile("[?&]from=([0-9-]+)&to=\\1"));
  }

  @Test
  void aSpanOfDates_isTyped() {
    openPage("/?q=harbour");
    page.locator("broadsheet-search [part~=range] input[name=from]").fill("2025-01-01");
    page.locator("broadsheet-search [part~=range] button").click();
    page.waitForURL("**/?q=harbour&from=2025-01-01");
    assertThat(part("chosen-filter")).containsText("from 1 January 2025");
  }

  @Test
  void backAndForward_goThroughTheSearches_toThePlaceOfEach() {
    openPage("/?q=harbour");
    mark();
    page.evaluate("scrollTo(0, 300)");
    page.waitForTimeout(300);
    facet("topic").locator("[part~=value]").first().evaluate("value => value.click()");
    page.waitForURL(Pattern.compile("topic="));
    assertThat(part("chosen-filter")).hasCount(1);
    box().fill("ferry");
    box().press("Enter");
    page.waitForURL(Pattern.compile("q=ferry"));
    assertThat(part("status")).containsText("ferry");
    page.evaluate("scrollTo(0, 0)");
    page.goBack();
    assertThat(part("status")).containsText("harbour");
    assertThat(part("chosen-filter")).hasCount(1);
    assertThat(box()).hasValue("harbour");
    page.goBack();
    assertThat(part("chosen-filter")).hasCount(0);
    page.waitForCondition(() -> page.evaluate("scrollY").equals(300));
    page.goForward();
    assertThat(part("chosen-filter")).hasCount(1);
    assertMarked();
  }

  @Test
  void reload_showsTheSame() {
    openPage("/?q=harbour&sort=date&group=none");
    String before = part("hits").innerText();
    page.reload();
    assertThat(part("hits")).isVisible();
    assertThat(part("hits").innerText()).isEqualTo(before);
    assertThat(part("choice").and(page.locator("[aria-current]")))
        .hasText(new String[] {"Newest", "All articles"});
  }

  @Test
  void nextPage_isShownFromItsBeginning() {
    openPage("/?group=none");
    part("page-next").click();
    page.waitForURL("**/?group=none&page=2");
    assertThat(part("results")).isFocused();
    assertThat(part("page-link").and(page.locator("[aria-current=page]"))).hasText("2");
    assertThat(part("status")).isInViewport();
  }

  @Test
  void aStory_isOpened() {
    openPage("/?q=flood+barrier");
    part("coverage-summary").first().click();
    assertThat(part("related-title").first()).isVisible();
  }

  @Test
  void whatIsMisspelled_isSaid() {
    openPage("/?q=vacine");
    assertThat(part("notice")).containsText("vaccine");
  }

  @Test
  void nothingFound_isSaid() {
    openPage("/?q=zzzyyyxxx");
    assertThat(part("status")).containsText("Nothing found");
    assertThat(part("nothing")).isVisible();
  }

  @Test
  void pictures_failQuietly() {
    openPage("/?q=harbour");
    Locator picture = part("image").first();
    picture.scrollIntoViewIfNeeded();
    page.waitForCondition(() -> picture.evaluate("image => image.complete").equals(true));
    assertThat(picture.evaluate("image => image.naturalWidth")).isEqualTo(0);
    assertThat(picture).hasAttribute("data-initial", Pattern.compile("[A-Z]"));
  }

  @Test
  void links_areRealOnes() {
    openPage("/?q=harbour");
    String href = facet("topic").locator("[part~=value]").first().getAttribute("href");
    assertThat(href).startsWith(site.url() + "/?q=harbour&topic=");
    page.navigate(href);
    assertThat(part("chosen-filter")).hasCount(1);
  }

  private Locator facet(String name) {
    return page.locator("broadsheet-search [part~=facet]:has(> #bs-facet-" + name + "[part])");
  }

  /** A page that is loaded anew has lost the mark. */
  private void mark() {
    page.evaluate("window.marked = true");
  }

  private void assertMarked() {
    assertThat(page.evaluate("window.marked")).isEqualTo(true);
  }

  @Test
  void chosenHit_isTold_onlyWhereTheSiteHasItSo() {
    List<String> told = new ArrayList<>();
    page.onRequest(request -> {
      if (request.url().contains("/clicks")) {
        told.add(request.method() + " " + request.url());
      }
    });
    openHost("mode=\"results\" query=\"q=harbour\"");
    chooseFirst();
    openHost("mode=\"results\" query=\"q=harbour\" count-clicks");
    page.waitForRequest("**/clicks?*", this::chooseFirst);

    assertThat(told).containsExactly("POST " + site.url() + "/clicks?q=harbour");
  }

  private void chooseFirst() {
    page.evaluate("addEventListener('broadsheet-select', event => event.preventDefault())");
    part("title-link").first().click();
  }
}
