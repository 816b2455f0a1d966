package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.search.Hit;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HOSTILE = "</title>\u0000<script>alert(1)</script>\u000b]]>&\ud800\"";

  private final RecordingEngine engine = new RecordingEngine();
  private RunningApi api;

  @BeforeEach
  void start() {
    answer(
        ArticleBuilder.article("old")
            .title("Fish & chips: the <em>last</em> fryer")
            .excerpt("Nine euros < ten & a queue.")
            .date("2024-04-02T11:11:00Z")
            .provider("Orchard & Review", "orchard.example")
            .topics("Cities", "R&D"),
        ArticleBuilder.article("new").title("汐見港 🎉").date("2025-03-29T00:30:00.5Z"),
        ArticleBuilder.article("dateless").title("No date"));
    api = new RunningApi(engine);
  }

  private void answer(ArticleBuilder... articles) {
    List<Hit> hits =
        Arrays.stream(articles)
            .map(article ->
                Results.hit(article.build(), OptionalDouble.empty(), List.of(), Optional.empty()))
            .toList();
    engine.answer(_ -> Results.result(hits.size(), true, hits, List.of()));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private String body(String path) throws Exception {
    HttpResponse<String> response = api.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().replace("http://127.0.0.1:" + api.port(), "http://search.example");
  }

  private Document xml(String path) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body(path))));
  }

  @ParameterizedTest
  @CsvSource({"atom,application/atom+xml", "rss,application/rss+xml", "json,application/feed+json"})
  void feed_hasItsForm(String form, String mediaType) throws Exception {
    GoldenFile.assertMatches(
        "feed." + form, body("/feed." + form + "?q=fish+%26+chips&topic=Cities&topic=%C3%A9"));
    assertThat(header(api.get("/feed." + form), "Content-Type")).isEqualTo(mediaType);
  }

  @Test
  void atom_hasWhatTheStandardAsksFor() throws Exception {
    Element feed = xml("/feed.atom?q=fish").getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getElementsByTagNameNS(ATOM, "entry").getLength()).isEqualTo(3);
    for (String entry : new String[] {"id", "title", "updated"}) {
      // One of the feed's own, and one an entry.
      assertThat(feed.getElementsByTagNameNS(ATOM, entry).getLength()).as(entry).isEqualTo(4);
    }
    assertThat(text(feed, "updated")).isEqualTo("2025-03-29T00:30:00.500Z");
  }

  @Test
  void entries_areNewestFirst_andThoseWithoutADateLast() throws Exception {
    JsonNode items = JsonMapper.shared().readTree(body("/feed.json")).get("items");
    assertThat(items.valueStream().map(item -> item.get("title").asString()))
        .containsExactly("汐見港 🎉", "Fish & chips: the <em>last</em> fryer", "No date");
  }

  @Test
  void sameItem_hasTheSameIdInEachForm() throws Exception {
    String id = "urn:broadsheet:article:" + ArticleBuilder.idOf("new").value();
    assertThat(body("/feed.atom")).contains("<id>" + id + "</id>");
    assertThat(body("/feed.rss")).contains("<guid isPermaLink=\"false\">" + id + "</guid>");
    assertThat(body("/feed.json")).contains("\"id\":\"" + id + "\"");
  }

  @Test
  void feedOfOtherWords_hasAnotherId() throws Exception {
    assertThat(feedId("/feed.atom?q=a")).isNotEqualTo(feedId("/feed.atom?q=b"));
    assertThat(feedId("/feed.atom?q=a&size=5")).isEqualTo(feedId("/feed.atom?size=5&q=a"));
  }

  private String feedId(String path) throws Exception {
    return text(xml(path).getDocumentElement(), "id");
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
  }

  @Test
  void itemWithoutAnAddress_isLinkedHere() throws Exception {
    engine.answer(_ -> Answers.bare("Nowhere"));
    String here = "http://search.example/articles/fedcba98765432100fedcba9";
    assertThat(body("/feed.json")).contains("\"url\":\"" + here + "\"");
    assertThat(body("/feed.rss")).contains("<link>" + here + "</link>");
  }

  @Test
  void emptyFeed_isWellFormed() throws Exception {
    engine.answer(_ -> Answers.empty());
    assertThat(text(xml("/feed.atom").getDocumentElement(), "updated"))
        .isEqualTo("1970-01-01T00:00:00Z");
    assertThat(xml("/feed.rss").getElementsByTagName("item").getLength()).isZero();
    assertThat(body("/feed.json")).contains("\"items\":[]");
  }

  @Test
  void hostileText_staysText() throws Exception {
    answer(
        ArticleBuilder.article("x")
            .title(HOSTILE)
            .excerpt(HOSTILE)
            .provider(HOSTILE, "x.example")
            .topics(HOSTILE));
    for (String form : new String[] {"atom", "rss"}) {
      Document document = xml("/feed." + form + "?q=%3Cscript%3E%00&topic=%22%3E%01");
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
      assertThat(document.getDocumentElement().getTextContent())
          .contains("</title><script>alert(1)</script>]]>&\"");
    }
    assertThat(JsonMapper.shared().readTree(body("/feed.json?q=%00")).get("items")).hasSize(1);
  }

  @Test
  void descriptionOfRss_isHtml_soThatTextIsEscapedInIt() throws Exception {
    assertThat(xml("/feed.rss").getElementsByTagName("description").item(1).getTextContent())
        .isEqualTo("Nine euros &lt; ten &amp; a queue.");
  }
}
