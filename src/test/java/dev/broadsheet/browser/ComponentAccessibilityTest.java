package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe-core says of the component, at a desk and on a phone, by day and by night. */
class ComponentAccessibilityTest extends ComponentTest {
  static Stream<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void closedBox_hasNoViolation(Look look) {
    open(look);
    openHost("");
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void openBox_hasNoViolation(Look look) {
    open(look);
    openHost("");
    type("harb");
    assertThat(options()).not().hasCount(0);
    box().press("ArrowDown");
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void recentSearches_haveNoViolation(Look look) {
    open(look);
    openHost("");
    listen("broadsheet-search");
    box().fill("ferry");
    box().press("Enter");
    box().fill("");
    box().press("ArrowDown");
    assertThat(options()).hasCount(1);
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void results_haveNoViolation(Look look) {
    open(look);
    openPage("/?q=harbour&topic=Climate");
    part("filters").evaluate("filters => { filters.open = true; }");
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void openedFacet_hasNoViolation(Look look) {
    open(look);
    openPage("/");
    part("filters").evaluate("filters => { filters.open = true; }");
    page.locator("broadsheet-search button[part~=more]").first().click();
    assertThat(part("find")).isVisible();
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void nothingFound_hasNoViolation(Look look) {
    open(look);
    openPage("/?q=zzzyyyxxx");
    assertAccessible();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void trouble_hasNoViolation(Look look) {
    open(look);
    answer("**/search?*", 503, "{}");
    openHost("mode=\"results\"");
    assertThat(part("trouble")).isVisible();
    assertAccessible();
  }

  private void assertAccessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }
}
