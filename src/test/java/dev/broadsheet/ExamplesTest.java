package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ExampleSite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the requests of README and API documentation over the example corpus, so that they go on to
 * show something.
 */
class ExamplesTest {
  private static final String SERVER = "http://127.0.0.1:8080";
  private static final Pattern CURL =
      Pattern.compile(
          "^curl(?<options>(?: -\\S+(?: '[^']*')?)*?) '"
              + SERVER
              + "(?<path>[^']*)'(?: +# (?<status>\\d{3})\\b.*)?",
          Pattern.MULTILINE);
  private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']*)'");

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

  /** A request, and what it says that it comes to. */
  record Example(String path, List<String> headers, int status) {}

  private static String documentation() throws IOException {
    return Files.readString(Path.of("README.md")) + Files.readString(Path.of("docs", "api.md"));
  }

  static Stream<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher curl = CURL.matcher(documentation());
    while (curl.find()) {
      List<String> headers = new ArrayList<>();
      Matcher header = HEADER.matcher(curl.group("options"));
      while (header.find()) {
        headers.addAll(List.of(header.group(1), header.group(2)));
      }
      String status = curl.group("status");
      examples.add(
          new Example(
              curl.group("path"), headers, status == null ? 200 : Integer.parseInt(status)));
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_findsSomething(Example example) throws Exception {
    HttpResponse<String> response = site.get(example.path(), example.headers());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(example.status());
    if (example.status() == 200) {
      assertThat(found(response)).as(response.body()).isPositive();
    }
  }

  /** How many of whatever the route is about. */
  private static int found(HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (type.endsWith("xml") || type.startsWith("text/html")) {
      return response.body().split("<(?:entry|item|Url|article)\\b", -1).length - 1;
    }
    JsonNode answer = JsonMapper.shared().readTree(response.body());
    if (answer.isArray()) {
      // Of browsers' suggestions, the first element is what was typed.
      return answer.isEmpty() || answer.get(0).isObject() ? answer.size() : answer.get(1).size();
    }
    return Stream.of("hits", "values", "items", "related")
        .filter(answer::has)
        .findFirst()
        .map(list -> answer.get(list).size())
        .orElse(0);
  }

  /** The examples are in words that no one else checks: each is read by this test. */
  @Test
  void everyCommandLineWithCurl_isAnExample() throws IOException {
    long lines = documentation().lines().filter(line -> line.startsWith("curl")).count();
    assertThat(examples().count()).isEqualTo(lines).isGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyRoute_hasAnExample(String route) throws IOException {
    assertThat(examples().map(Example::path))
        .anyMatch(path -> path.replaceAll("\\?.*", "").matches(route));
  }

  static Stream<String> routes() {
    return Stream.of(
        "/search",
        "/suggest",
        "/articles/[0-9a-f]{24}",
        "/articles/[0-9a-f]{24}/similar",
        "/facets/\\w+",
        "/feed\\.atom",
        "/feed\\.rss",
        "/feed\\.json",
        "/opensearch\\.xml",
        "/");
  }
}
