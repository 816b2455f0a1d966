package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The box with its drop-down, on another site. */
class ComponentBoxTest extends ComponentTest {
  private static final Pattern FE = Pattern.compile("^fe$", Pattern.CASE_INSENSITIVE);
  private static final String HOSTILE = "<img src=x onerror='window.hurt=1'>";

  @Test
  void typing_offersSearchesTopicsAndArticles() {
    openHost("");
    type("harb");
    assertThat(group("Searches").getByRole(AriaRole.OPTION)).not().hasCount(0);
    assertThat(group("Articles").getByRole(AriaRole.OPTION)).not().hasCount(0);
    assertThat(part("option-text").first().locator("mark"))
        .hasText(Pattern.compile("harb", Pattern.CASE_INSENSITIVE));
    assertThat(box()).hasAttribute("aria-expanded", "true");
  }

  @Test
  void typing_tellsHowManyAreOffered_politely() {
    openHost("");
    box().pressSequentially("harb");
    assertThat(page.locator("broadsheet-search [role=status]"))
        .hasText(Pattern.compile("\\d+ suggestions"));
  }

  @Test
  void arrowKeys_goThroughTheOptionsAndBackIntoTheBox() {
    openHost("");
    type("harb");
    assertThat(options()).not().hasCount(0);
    box().press("ArrowDown");
    assertActive(options().first());
    box().press("End");
    assertActive(options().last());
    box().press("Home");
    assertActive(options().first());
    box().press("ArrowUp");
    assertThat(box()).not().hasAttribute("aria-activedescendant", Pattern.compile(".*"));
    assertThat(box()).isFocused();
  }

  private void assertActive(Locator option) {
    assertThat(option).hasAttribute("aria-selected", "true");
    assertThat(box()).hasAttribute("aria-activedescendant", option.getAttribute("id"));
  }

  @Test
  void enterOnASearch_looksForIt() {
    openHost("results-url=\"/results.html\"");
    type("flood bar");
    assertThat(group("Searches").getByRole(AriaRole.OPTION)).not().hasCount(0);
    box().press("ArrowDown");
    box().press("Enter");
    page.waitForURL(Pattern.compile("/results\\.html\\?q=(?i:flood\\+barrier)$"));
  }

  @Test
  void enterOnATopic_looksForTheTopicInPlaceOfTheWords() {
    openHost("results-url=\"/results.html\"");
    type("clim");
    group("Topics").getByRole(AriaRole.OPTION).first().click();
    page.waitForURL(host.origin() + "/results.html?topic=Climate");
  }

  @Test
  void enterWithoutAChoice_goesToTheServersPage() {
    openHost("");
    box().fill("ferry");
    box().press("Enter");
    page.waitForURL(site.url() + "/?q=ferry");
  }

  @Test
  void escape_closesAndThenClears() {
    openHost("");
    type("harb");
    assertThat(options()).not().hasCount(0);
    box().press("Escape");
    assertThat(part("popup")).isHidden();
    assertThat(box()).hasAttribute("aria-expanded", "false");
    assertThat(box()).hasValue("harb");
    box().press("Escape");
    assertThat(box()).hasValue("");
  }

  @Test
  void tab_closesAndGoesOn() {
    openHost("");
    type("harb");
    assertThat(options()).not().hasCount(0);
    box().press("Tab");
    assertThat(part("popup")).isHidden();
    assertThat(part("button")).isFocused();
  }

  @Test
  void answersOutOfOrder_showWhatWasTypedLast() {
    Deque<Route> late = new ArrayDeque<>();
    openHost("");
    page.route(Pattern.compile("/suggest\\?q=f&"), late::add);
    box().press("f");
    page.waitForCondition(() -> !late.isEmpty());
    page.waitForTimeout(200);
    box().press("e");
    assertThat(part("option-text").first().locator("mark")).hasText(FE);
    late.remove().resume();
    page.waitForTimeout(300);
    assertThat(part("option-text").first().locator("mark")).hasText(FE);
  }

  @Test
  void answersToWordsThatAreGone_showNothing() {
    Deque<Route> late = new ArrayDeque<>();
    openHost("recent=\"off\"");
    page.route("**/suggest?*", late::add);
    page.route("**/search?*", late::add);
    box().press("f");
    page.waitForCondition(() -> late.size() == 2);
    box().press("Backspace");
    late.forEach(Route::resume);
    page.waitForTimeout(300);
    assertThat(part("popup")).isHidden();
  }

  @Test
  void hostileAnswers_areShownAsText() {
    answer(
        "**/suggest?*",
        200,
        """
        [{"kind": "query", "text": "%1$s", "highlight": "<mark>%1$s</mark>%1$s", "count": 1},
         {"kind": "title", "text": "%1$s", "highlight": "%1$s", "count": 1, "id": "1"}]\
        """,
        HOSTILE);
    answer(
        "**/search?*",
        200,
        """
        {"total": 2, "hits": [
          {"id": "2", "title": "%1$s", "sourceUrl": "https://a.example/", "provider": {"name": "%1$s"}},
          {"id": "3", "title": "b", "sourceUrl": "javascript:window.hurt=1"}]}\
        """,
        HOSTILE);
    openHost("");
    box().press("x");
    assertThat(part("option-text").first()).hasText(HOSTILE + HOSTILE);
    assertThat(group("Articles").getByRole(AriaRole.OPTION)).hasCount(1);
    assertThat(page.locator("broadsheet-search img")).hasCount(0);
    assertThat(page.evaluate("window.hurt")).isNull();
  }

  @Test
  void words_areRememberedAndCanBeForgotten() {
    openHost("");
    listen("broadsheet-search");
    for (String words : new String[] {"ferry", "harbour", "flood"}) {
      box().fill(words);
      box().press("Enter");
    }
    page.reload();
    box().click();
    assertThat(part("option-text")).hasText(new String[] {"flood", "harbour", "ferry"});
    box().press("ArrowDown");
    box().press("Delete");
    assertThat(part("option-text")).hasText(new String[] {"harbour", "ferry"});
    part("forget").first().click();
    assertThat(part("option-text")).hasText(new String[] {"ferry"});
    part("clear-recent").click();
    assertThat(part("popup")).isHidden();
    assertThat(box()).isFocused();
  }

  @Test
  void words_areNotRememberedWhereThatIsOff() {
    openHost("recent=\"off\"");
    listen("broadsheet-search");
    box().fill("ferry");
    box().press("Enter");
    assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
  }

  @Test
  void refusedStorage_hurtsNothing() {
    page.addInitScript(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})");
    openHost("results-url=\"/results.html\"");
    box().click();
    box().fill("ferry");
    box().press("Enter");
    page.waitForURL(host.origin() + "/results.html?q=ferry");
  }

  @Test
  void noSuggestions_isSaid_andWordsCanBeLookedForAllTheSame() {
    page.route("**/suggest?*", Route::abort);
    page.route("**/search?*", Route::abort);
    openHost("results-url=\"/index.html\"");
    box().press("f");
    assertThat(part("popup-note")).containsText("not available");
    box().press("Enter");
    page.waitForURL(host.origin() + "/index.html?q=f");
  }

  @Test
  void busyServer_isNotAskedForAWhile() {
    answer("**/suggest?*", 503, "{}");
    answer("**/search?*", 429, "{}");
    openHost("");
    box().press("f");
    assertThat(part("popup-note")).isVisible();
    int[] asked = new int[1];
    page.onRequest(request -> asked[0]++);
    box().press("e");
    page.waitForTimeout(300);
    assertThat(asked[0]).isZero();
  }

  @Test
  void aSearch_isTold_andCanBeStopped() {
    openHost("");
    listen("broadsheet-search");
    box().fill(" ferry ");
    box().press("Enter");
    assertThat(page.evaluate("told[0]"))
        .asString()
        .contains(
            "words=ferry", "parameters=q=ferry", "source=typed", "url=" + site.url() + "/?q=ferry");
    assertThat(page.url()).startsWith(host.origin());
  }

  @Test
  void aChosenArticle_isTold_andCanBeStopped() {
    openHost("");
    listen("broadsheet-select");
    type("harb");
    group("Articles").getByRole(AriaRole.OPTION).first().click();
    assertThat(page.evaluate("told[0].kind")).isEqualTo("article");
    assertThat(page.evaluate("told[0].hit.id === told[0].id")).isEqualTo(true);
    assertThat(page.url()).startsWith(host.origin());
  }

  @Test
  void texts_areTranslatedByAttributes_withTheirPlurals() {
    page.navigate(
        host.page(
            "lang=\"pl\"",
            "text-search=\"Szukaj\" text-queries=\"Wyszukiwania\" text-suggestions-one=\"{n} podpowiedź\""
                + " text-suggestions-few=\"{n} podpowiedzi\" text-suggestions-many=\"{n} podpowiedzi!\""));
    assertThat(part("button")).hasText("Szukaj");
    answer("**/search?*", 200, "{\"total\": 0, \"hits\": []}");
    answer(
        "**/suggest?*",
        200,
        """
        [{"kind": "query", "text": "a", "count": 12345},
         {"kind": "query", "text": "b", "count": 1}, {"kind": "query", "text": "c", "count": 1}]\
        """,
        "");
    box().press("x");
    assertThat(group("Wyszukiwania").getByRole(AriaRole.OPTION)).hasCount(3);
    assertThat(page.locator("[role=status]")).hasText("3 podpowiedzi");
    assertThat(part("count").first()).hasText(Pattern.compile("12\\s345"));
  }

  @Test
  void theDemo_leadsFromItsBoxToItsResults() {
    page.navigate(host.origin() + "/index.html");
    box().fill("ferry");
    box().press("Enter");
    page.waitForURL(host.origin() + "/results.html?q=ferry");
    assertThat(part("status")).containsText("ferry");
  }

  private Locator group(String name) {
    return page.locator("broadsheet-search [role=group][aria-label='" + name + "']");
  }

  private void answer(String urls, int status, String body, String value) {
    answer(urls, status, body.replace("%1$s", value));
  }
}
