package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.BroadsheetProcess.Launch;
import dev.broadsheet.fixture.BroadsheetProcess.Outcome;
import dev.broadsheet.fixture.HostileCorpus;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A corpus made to bring its reader down, read by a process with little memory. {@code
 * -Dreliability.related=1000000} and {@code -Dreliability.megabytes=2048} make it larger.
 */
@Thorough
final class HostileCorpusTest {
  private static final int RELATED = Integer.getInteger("reliability.related", 10_000);
  private static final int MEGABYTES = Integer.getInteger("reliability.megabytes", 300);

  /** Little for a corpus of this size, and what makes an end of it where it isn't enough. */
  private static final Launch SMALL =
      new Launch(List.of(), List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));

  /** What a story of a million items takes to be searched is not what this is about. */
  private static final Map<String, String> PATIENT =
      Map.of("BROADSHEET_SEARCH_TIMEOUT_MS", "60000");

  /** Those in good files, two in small ones, one each behind a line, of a name and of markup. */
  private static final int WALRUSES = HostileCorpus.GOOD + 5;

  @TempDir private Path folder;

  @Test
  void hostileFiles_areReportedOneByOne_andAllOthersAreServedSafely()
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Path index = folder.resolve("index");
    List<String> rejected = new HostileCorpus(corpus, MEGABYTES, RELATED).write();
    assertReported(BroadsheetProcess.run(SMALL, corpus, index, "reindex"), rejected);
    assertReported(BroadsheetProcess.run(SMALL, corpus, index, "reindex"), rejected);
    try (BroadsheetProcess server = BroadsheetProcess.serve(SMALL, corpus, index, PATIENT)) {
      assertAllOthersAreThere(server);
      assertPageIsSafe(server.get("/?q=walrus+script"));
      assertFeedIsSafe(server.get("/feed.atom?q=walrus+script"));
      assertFeedIsSafe(server.get("/feed.rss?q=walrus+script"));
      assertThat(server.log()).doesNotContain("WARN", "ERROR", "Exception");
    }
  }

  private static void assertReported(Outcome outcome, List<String> rejected) {
    assertThat(outcome.status()).as(outcome.toString()).isZero();
    assertThat(outcome.err()).doesNotContain("\tat ", "Exception", "internal", "WARN");
    List<String> lines = outcome.out().lines().toList();
    for (String beginning : rejected) {
      assertThat(lines).anyMatch(line -> line.startsWith(beginning));
    }
    assertThat(outcome.out().replace("\n", "")).doesNotContainPattern("\\p{Cntrl}|\u202e");
  }

  private static void assertAllOthersAreThere(BroadsheetProcess server)
      throws IOException, InterruptedException {
    assertThat(server.search("q=title:walrus").get("total").asInt()).isEqualTo(WALRUSES + 2);
    assertThat(server.search("q=title:calf").get("total").asInt()).isEqualTo(RELATED);
    assertThat(server.search("q=title:herd").get("total").asInt()).isEqualTo(RELATED);
    JsonNode grouped = server.search("q=calf&group=story").get("hits").get(0);
    assertThat(grouped.get("coverage").get("items").asInt()).isEqualTo(RELATED);
    for (JsonNode hit : server.search("q=walrus&size=100").get("hits")) {
      String id = hit.get("id").asString();
      assertThat(server.get("/articles/" + id).statusCode()).isEqualTo(200);
      assertThat(server.get("/articles/" + id + "/similar").statusCode()).isEqualTo(200);
      assertOnlyMarks(hit.get("highlights"));
    }
  }

  private static void assertOnlyMarks(JsonNode highlights) {
    for (JsonNode html : highlights) {
      assertThat(Jsoup.parseBodyFragment(html.asString()).body().select("*:not(body):not(mark)"))
          .as(html.asString())
          .isEmpty();
    }
  }

  private static void assertPageIsSafe(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    Document page = Jsoup.parse(response.body());
    assertThat(page.select("h2, h3").text()).contains("walrus");
    assertThat(page.select("script:not([src])")).isEmpty();
    for (Element element : page.getAllElements()) {
      element
          .attributes()
          .forEach(attribute -> {
            assertThat(attribute.getKey()).doesNotStartWith("on");
            assertThat(attribute.getValue().strip()).doesNotStartWithIgnoringCase("javascript:");
          });
    }
  }

  private static void assertFeedIsSafe(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    Document feed = Jsoup.parse(response.body(), Parser.xmlParser());
    assertThat(feed.select("title").text()).contains("walrus");
    assertThat(feed.select("script, img")).isEmpty();
    assertThat(feed.getAllElements())
        .allSatisfy(element -> assertThat(element.attr("href")).doesNotStartWith("javascript:"));
  }
}
