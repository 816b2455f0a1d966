package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.CanonicalUrl;
import dev.broadsheet.fixture.BroadsheetProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a server that hides what is not published lets out, at any of its doors. */
@Timeout(120)
final class DoorsTest {
  /** Each stands in one place of the corpus that nobody may see; all begin alike. */
  private static final String SECRET = "quixotic";

  private static final Pattern ROUTE = Pattern.compile("GET (/[^ ,\"]*)");
  private static final String VISITOR = "zanzibarvisitor";

  /** Nothing that is hidden is a part of any of these: an answer repeats what was asked. */
  private static final List<String> QUESTIONS =
      List.of(
          "",
          "q=quixo",
          "q=quixo&prefix=true",
          "q=quixo*",
          "q=quixotikbody",
          "q=walrus&explain=true&facets=topic,provider,category,type,kind,published,tag,date",
          "q=walrus&group=story",
          "q=walrus+quixo*&typos=auto",
          "q=-quixo&size=100",
          "published=false",
          "topic=hid",
          "size=100&sort=quality",
          "from=2001&to=2001");

  @TempDir private static Path folder;
  private static BroadsheetProcess server;

  @BeforeAll
  static void serve() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(
        corpus.resolve("seen.md"),
        """
        ---
        title: Walrus is seen
        excerpt: By everyone
        publishedDateTime: 2020-01-01T00:00:00Z
        sourceUrl: https://example.com/seen
        published: true
        topics: [Seen]
        secured: quixoticsecured
        editorsNote: quixoticnote
        provider: {name: Seen Times, domain: example.com, contact: quixoticcontact}
        images: [{url: https://example.com/i.png, rights: quixoticrights}]
        related:
          - {title: Walrus at sea, sourceUrl: https://example.com/sea, published: true, note: quixoticinner}
          - {title: Walrus quixoticrelated, sourceUrl: https://example.com/quixoticurl, published: false,
             provider: {name: quixoticoutlet, domain: quixoticoutlet.example}}
        ---
        Tusks.
        """);
    Files.writeString(
        corpus.resolve("hidden.md"),
        """
        ---
        title: Walrus quixotictitle
        excerpt: quixoticexcerpt
        publishedDateTime: 2001-01-01T00:00:00Z
        sourceUrl: https://example.com/quixotichidden
        published: false
        category: quixoticcategory
        type: quixotictype
        topics: [Hidden quixotictopic]
        tags: [quixotictag]
        provider: {name: quixoticprovider, domain: quixotic.example}
        ---
        quixoticbody
        """);
    server =
        BroadsheetProcess.serve(
            corpus,
            folder.resolve("index"),
            Map.of(
                "BROADSHEET_VISIBILITY", "published",
                "BROADSHEET_ADMIN_TOKEN", "quixotictoken"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /** What the server itself says there is. */
  private static List<String> routes() throws IOException, InterruptedException {
    List<String> routes =
        ROUTE
            .matcher(server.get("/there-is-no-such-route").body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(routes)
        .contains("/", "/search", "/suggest", "/articles/{id}", "/facets/{field}", "/feed.atom");
    return routes;
  }

  private static List<String> paths(String route) throws IOException, InterruptedException {
    return switch (route.replaceAll(".*(\\{.*\\}).*|.*", "$1")) {
      case "" -> List.of(route);
      case "{id}" -> ids().map(id -> route.replace("{id}", id)).toList();
      case "{field}" ->
          Stream.of("topic", "provider", "category", "type", "kind", "published", "tag")
              .map(field -> route.replace("{field}", field))
              .toList();
      default -> throw new AssertionError("tell this test how to fill in " + route);
    };
  }

  /** Those that are seen, and the hidden ones'. */
  private static Stream<String> ids() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    for (JsonNode hit : server.search("size=100").get("hits")) {
      ids.add(hit.get("id").asString());
    }
    assertThat(ids).hasSize(2);
    ids.add(id("https://example.com/quixotichidden"));
    ids.add(id("https://example.com/quixoticurl"));
    return ids.stream();
  }

  private static String id(String url) {
    return ArticleId.of(CanonicalUrl.of(url)).value();
  }

  @Test
  void noRoute_letsAnythingOutThatIsHidden() throws IOException, InterruptedException {
    int found = 0;
    for (String route : routes()) {
      for (String path : paths(route)) {
        for (String question : QUESTIONS) {
          HttpResponse<String> answer = server.get(path + "?" + question);
          assertThat(answer.statusCode()).as(path + "?" + question).isIn(200, 400, 401, 404);
          assertHidden(answer.body(), question, path);
          assertHidden(answer.headers().map().toString(), question, path);
          found += answer.body().contains("Walrus is seen") ? 1 : 0;
        }
      }
    }
    assertThat(found).as("answers that hold what may be seen").isGreaterThan(10);
    assertThat(server.log()).doesNotContain(SECRET);
  }

  /** The word that the question itself holds is no secret. */
  private static void assertHidden(String answer, String question, String path) {
    String rest = answer.replace("quixotikbody", "");
    assertThat(rest).as(path + "?" + question).doesNotContainIgnoringCase(SECRET);
  }

  @Test
  void hiddenItems_areNotThere() throws IOException, InterruptedException {
    for (String url : List.of("quixotichidden", "quixoticurl")) {
      String path = "/articles/" + id("https://example.com/" + url);
      assertThat(server.get(path).statusCode()).isEqualTo(404);
      assertThat(server.get(path + "/similar").statusCode()).isEqualTo(404);
    }
    assertThat(server.search("published=false").get("total").asLong()).isZero();
  }

  @Test
  void withoutAHost_onlyThisMachineIsAnswered() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    for (InetAddress other : others) {
      assertThat(takesConnections(other)).as(other.toString()).isFalse();
    }
    assertThat(takesConnections(InetAddress.getLoopbackAddress())).isTrue();
  }

  private static boolean takesConnections(InetAddress address) {
    try (var _ = new Socket(address, server.port())) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  @Test
  void pagesOfOtherSites_readNothing() throws IOException, InterruptedException {
    HttpResponse<String> answer = server.get("/search", "Origin", "https://elsewhere.example");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
  }

  @Test
  void whatVisitorsLookFor_isNotLogged() throws IOException, InterruptedException {
    for (String route : routes()) {
      for (String path : paths(route)) {
        server.get(path + "?q=" + VISITOR);
        server.get(path + "?" + VISITOR + "=1");
        server.get(path + "/" + VISITOR + "?size=" + VISITOR);
      }
    }
    for (String head :
        List.of(
            "GET /search?q=" + VISITOR + "% HTTP/1.1\r\nHost: x",
            "GET /search?q=" + VISITOR + " x HTTP/1.1\r\nHost: x",
            "GET /search?q=" + VISITOR + "\u0000 HTTP/1.1\r\nHost: x",
            "GET /search?q=" + VISITOR + "x".repeat(100_000) + " HTTP/1.1\r\nHost: x",
            "GET /search?q=" + VISITOR + " HTTP/1.1\r\nHost: " + VISITOR + " x",
            "GET /search?q=" + VISITOR + " HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(100_000),
            "POST /search?q=" + VISITOR + " HTTP/1.1\r\nHost: x\r\nContent-Length: x",
            VISITOR + " /search?q=" + VISITOR + " HTTP/9\r\nHost: x")) {
      sendRaw(head + "\r\nConnection: close\r\n\r\n");
    }
    assertThat(server.log()).doesNotContain(VISITOR);
  }

  private static void sendRaw(String text) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1))
          .startsWith("HTTP/1.1 ");
    }
  }
}
