package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ExampleSite;
import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Strings that break programs, at every place that takes text, over a real index. */
@Thorough
class NaughtyStringsTest {
  /** Markup as it is; in JSON text it can't do harm, as no browser takes it for a page. */
  private static final String MARKUP = "<script";

  @TempDir private static Path folder;
  private static ExampleSite site;

  @BeforeAll
  static void open() throws IOException {
    site = ExampleSite.open(folder.resolve("index"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=",
        "/search?prefix=true&group=story&explain=true&q=",
        "/search?q=title:",
        "/search?topic=",
        "/search?tag.not=",
        "/search?q=harbour&provider=",
        "/search?from=",
        "/search?tz=",
        "/search?facets=",
        "/search?quality.min=",
        "/search?size=",
        "/search?cursor=",
        "/suggest?q=",
        "/suggest?format=opensearch&q=",
        "/suggest?q=a&topic=",
        "/facets/topic?q=",
        "/facets/provider?q=",
        "/facets/topic?category=",
        "/feed.atom?q=",
        "/feed.rss?q=",
        "/feed.json?q=",
        "/feed.atom?topic=",
        "/feed.rss?topic.not=",
        "/articles/",
        "/facets/"
      })
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void naughtyString_isAnsweredWellFormed_orRefused(String path) throws Exception {
    for (String text : SharedFiles.naughtyStrings()) {
      String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
      HttpResponse<String> response = site.get(path + encoded);
      assertThat(response.statusCode()).as(path + encoded).isIn(200, 400, 404);
      assertWellFormed(path + encoded, response);
    }
  }

  private static void assertWellFormed(String path, HttpResponse<String> response)
      throws IOException, SAXException, ParserConfigurationException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    if (type.endsWith("xml")) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(response.body())));
      assertThat(response.body()).as(path).doesNotContainIgnoringCase(MARKUP);
    } else {
      assertThat(type).as(path).endsWith("json");
      JsonMapper.shared().readTree(response.body());
    }
  }
}
