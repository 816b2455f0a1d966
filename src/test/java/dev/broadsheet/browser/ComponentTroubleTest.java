package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Networks and servers that are slow, fail or refuse, and answers that mean harm. */
class ComponentTroubleTest extends ComponentTest {
  private static final String NOTHING = "{\"total\": 0, \"totalRelation\": \"eq\", \"hits\": []}";

  @Test
  void slowNetwork_isSaid_andWhatWasShownStays() {
    page.clock().install();
    openPage("/?q=harbour");
    String before = part("hits").innerText();
    Deque<Route> held = new ArrayDeque<>();
    page.route("**/search?*", held::add);
    part("choice").getByText("Newest").click();
    page.waitForCondition(() -> !held.isEmpty());
    assertThat(part("body")).hasAttribute("aria-busy", "true");
    page.clock().fastForward(5_000);
    assertThat(part("slow")).isVisible();
    assertThat(part("hits").innerText()).isEqualTo(before);
    held.remove().resume();
    assertThat(part("slow")).hasCount(0);
    assertThat(part("body")).hasAttribute("aria-busy", "false");
  }

  @Test
  void failingNetwork_isSaid_andTriedAgain() {
    openPage("/?q=harbour");
    page.route("**/search?*", Route::abort);
    box().fill("ferry");
    box().press("Enter");
    assertThat(part("trouble")).containsText("can’t be reached");
    page.unroute("**/search?*");
    part("trouble").locator("button").click();
    assertThat(part("status")).containsText("ferry");
  }

  @Test
  void busyServer_isAskedAgain() {
    Deque<Route> first = new ArrayDeque<>();
    page.route(
        "**/search?*",
        route -> {
          if (first.isEmpty()) {
            first.add(route);
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setHeaders(Map.of("Retry-After", "1", "Access-Control-Allow-Origin", "*")));
          } else {
            route.resume();
          }
        });
    openHost("mode=\"results\" query=\"q=harbour\"");
    assertThat(part("trouble")).containsText("busy");
    assertThat(part("status")).containsText("harbour");
  }

  @Test
  void refusedSearch_isExplained_withAWayOut() {
    page.navigate(host.page("lang=\"en\"", "mode=\"page\"") + "?q=harbour&from=someday");
    assertThat(part("trouble"))
        .containsText("“someday” can’t be read as “from”. Expected was a date");
    part("ways").locator("a").first().click();
    assertThat(part("status")).containsText("harbour");
    assertThat(page.url()).endsWith("?q=harbour");
  }

  @Test
  void brokenServer_isSaid() {
    answer("**/search?*", 500, "{}");
    openHost("mode=\"results\"");
    assertThat(part("trouble")).containsText("Something went wrong");
  }

  @Test
  void twoSearches_endWithTheLast_whateverComesFirst() {
    Deque<Route> held = new ArrayDeque<>();
    openPage("/?q=harbour");
    page.route("**/search?q=ferry*", held::add);
    box().fill("ferry");
    box().press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    box().fill("flood");
    box().press("Enter");
    assertThat(part("status")).containsText("flood");
    held.remove().resume();
    page.waitForTimeout(300);
    assertThat(part("status")).containsText("flood");
  }

  @Test
  void hostileAnswers_areShownAsText() {
    String hostile = "<img src=x onerror='window.hurt=1'>";
    answer(
        "**/search?*",
        200,
        """
        {"total": 1, "totalRelation": "eq", "didYouMean": "%1$s",
         "hits": [{"id": "1", "title": "%1$s", "excerpt": "%1$s", "sourceUrl": "javascript:window.hurt=1",
           "topics": ["%1$s"], "provider": {"name": "%1$s", "domain": "%1$s"},
           "images": [{"url": "javascript:window.hurt=1"}],
           "highlights": {"title": "<mark>%1$s</mark>%1$s", "excerpt": "%1$s"}}],
         "facets": {"topic": [{"value": "%1$s", "count": 1}, {"value": "b", "count": 1}]}}\
        """
            .replace("%1$s", hostile));
    openHost("mode=\"results\" query=\"q=x\"");
    assertThat(part("title")).hasText(hostile + hostile);
    assertThat(part("snippet")).hasText(hostile);
    assertThat(part("chip")).hasText(hostile);
    assertThat(part("outlet")).hasText(hostile);
    assertThat(part("value-name").first()).hasText(hostile);
    assertThat(part("notice-link")).hasText(hostile);
    assertThat(part("title-link")).hasCount(0);
    assertThat(page.locator("broadsheet-search img")).hasCount(0);
    assertThat(page.evaluate("window.hurt")).isNull();
  }

  @Test
  void aServerThatKnowsLess_isShownAllTheSame() {
    answer("**/search?*", 200, NOTHING);
    openHost("mode=\"results\" query=\"q=x\"");
    assertThat(part("status")).containsText("Nothing found");
  }
}
