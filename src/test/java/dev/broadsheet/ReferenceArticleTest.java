package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The reference article alone, from its file to the answers of the server. */
final class ReferenceArticleTest {
  private static final Path ARTICLE =
      Path.of("corpus/2019/2019-12-20-facebook-twitter-remove-ai-powered-fake-accounts.md");

  @TempDir private static Path folder;
  private static Path index;
  private static BroadsheetProcess server;

  @BeforeAll
  static void serve() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.copy(ARTICLE, corpus.resolve("article.md"));
    index = folder.resolve("index");
    server = BroadsheetProcess.serve(corpus, index);
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    assertThat(server.stop()).isZero();
    server.close();
  }

  private static List<String> facet(JsonNode answer, String field) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : answer.get("facets").get(field)) {
      values.add(value.get("value").asString() + " " + value.get("count").asLong());
    }
    return values;
  }

  private static long total(String query) throws IOException, InterruptedException {
    return server.search(query).get("total").asLong();
  }

  @Test
  void articleAndItsRelatedItemsAreFound_eachWithItsProvider()
      throws IOException, InterruptedException {
    JsonNode answer = server.search("q=facebook&topic=AI");
    assertThat(answer.get("total").asLong()).isEqualTo(7);
    assertThat(answer.get("hits")).hasSize(7);
    for (JsonNode hit : answer.get("hits")) {
      assertThat(hit.get("provider").get("name").asString()).isNotBlank();
      assertThat(hit.get("topics").toString()).isEqualTo("[\"AI\",\"Facebook AI\"]");
    }
  }

  @Test
  void facetsCountTopicsProvidersAndDates() throws IOException, InterruptedException {
    JsonNode answer = server.search("q=facebook&topic=AI");
    assertThat(facet(answer, "topic")).containsExactly("AI 7", "Facebook AI 7");
    assertThat(facet(answer, "provider")).hasSize(7).allMatch(value -> value.endsWith(" 1"));
    assertThat(facet(answer, "date")).containsExactly("2019-12 7");
    assertThat(facet(answer, "type")).containsExactly("article 7");
    assertThat(facet(answer, "category")).containsExactly("news 7");
  }

  @Test
  void datesBound() throws IOException, InterruptedException {
    assertThat(total("q=facebook&from=2019-12-20T20:00:00Z")).isEqualTo(4);
    assertThat(total("q=facebook&to=2019-12-20")).isEqualTo(7);
    assertThat(total("q=facebook&to=2019-12-19")).isZero();
    assertThat(total("q=facebook&from=2019-12-20T20:43:00Z&to=2019-12-20T20:43:00Z")).isEqualTo(1);
  }

  @Test
  void topicsAreWholeValuesInAnyCase() throws IOException, InterruptedException {
    assertThat(total("q=facebook&topic=Facebook%20AI")).isEqualTo(7);
    assertThat(total("topic=ai")).isEqualTo(7);
    assertThat(total("topic=Face")).isZero();
  }

  @Test
  void relatedItemsNameTheirStory() throws IOException, InterruptedException {
    JsonNode related = server.search("kind=related");
    assertThat(related.get("total").asLong()).isEqualTo(6);
    String id = server.search("kind=article").get("hits").get(0).get("id").asString();
    for (JsonNode hit : related.get("hits")) {
      assertThat(hit.get("story").get(0).get("id").asString()).isEqualTo(id);
      assertThat(hit.get("story").get(0).get("title").asString()).startsWith("Facebook, Twitter");
    }
  }

  @Test
  void secretIsNowhere() throws IOException, InterruptedException {
    List<byte[]> secrets = secrets();
    for (String query : List.of("", "q=facebook", "q=secured", "q=title:facebook&explain=false")) {
      assertHoldsNone(
          server.get("/search?" + query).body().getBytes(StandardCharsets.UTF_8), secrets);
    }
    for (byte[] secret : secrets) {
      assertThat(total("q=" + word(secret))).as(word(secret)).isZero();
    }
    assertHoldsNone(server.log().getBytes(StandardCharsets.UTF_8), secrets);
    try (var files = Files.walk(index)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertHoldsNone(Files.readAllBytes(file), secrets);
      }
    }
  }

  /** Every run of eight letters and digits of the payload, such as a tokenizer would leave. */
  private static List<byte[]> secrets() throws IOException {
    Matcher secured =
        Pattern.compile("^secured: \"(.*)\"$", Pattern.MULTILINE)
            .matcher(Files.readString(ARTICLE));
    assertThat(secured.find()).isTrue();
    List<byte[]> secrets = new ArrayList<>();
    for (String run : secured.group(1).split("[^A-Za-z0-9]+", -1)) {
      for (int i = 0; i + 8 <= run.length(); i += 4) {
        secrets.add(run.substring(i, i + 8).getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(secrets).hasSizeGreaterThan(20);
    return secrets;
  }

  private static String word(byte[] secret) {
    return new String(secret, StandardCharsets.US_ASCII);
  }

  /** As it is, and in lower case, as an analyzer would leave it. */
  private static void assertHoldsNone(byte[] content, List<byte[]> secrets) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    for (byte[] secret : secrets) {
      assertThat(text.contains(word(secret))).as(word(secret)).isFalse();
      assertThat(lower.contains(word(secret).toLowerCase(java.util.Locale.ROOT)))
          .as(word(secret))
          .isFalse();
    }
  }
}
