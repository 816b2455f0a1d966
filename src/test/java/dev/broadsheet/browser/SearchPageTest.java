package dev.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.broadsheet.fixture.ExampleSite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search page as a visitor without JavaScript uses it. */
class SearchPageTest {
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

  @BeforeEach
  void open() {
    page = chromium.open(Look.DESKTOP.withoutScript());
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void words_areLookedFor() {
    page.navigate(site.url() + "/");
    page.fill("input[name=q]", "flood barrier");
    page.press("input[name=q]", "Enter");
    page.waitForURL("**/?q=flood+barrier");
    assertThat(page.locator("#bs-status")).containsText("flood barrier");
    assertThat(page.locator(".bs-title mark").first()).isVisible();
  }
}
