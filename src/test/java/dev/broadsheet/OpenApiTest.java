package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.broadsheet.fixture.ExampleSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the description of the API to the running server: each route is described, and whatever is
 * asked below, the answer is one that the description knows, down to the last property.
 */
class OpenApiTest {
  private static final String TOKEN = "of-the-operator";
  private static final String ID = "943d1b8d833ebbe53507507f";
  private static final Pattern ROUTE = Pattern.compile("(GET|POST) (/[^, \"]*)");

  /** What is asked, and the status that it is answered with. */
  record Request(String method, String path, int status, String accept, String token) {
    private static Request get(String path, int status) {
      return new Request("GET", path, status, "*/*", TOKEN);
    }

    @Override
    public String toString() {
      return method + " " + path + " " + status;
    }
  }

  private static final List<Request> REQUESTS =
      List.of(
          Request.get("/search", 200),
          Request.get("/search?q=facebook&topic=AI&explain=true", 200),
          Request.get("/search?q=flood+barrier&group=story&size=3", 200),
          Request.get("/search?q=vacine&facets=topic,tag,published,kind,date&size=100", 200),
          Request.get("/search?q=comet+gardening+zebra&highlight=false", 200),
          Request.get("/search?type=video&facets=none&size=100", 200),
          Request.get("/search?size=x", 400),
          Request.get("/search?topics=AI", 400),
          Request.get("/search?q=%E8", 400),
          Request.get("/search?mode=hybrid", 400),
          Request.get("/suggest?q=harb", 200),
          Request.get("/suggest?q=", 200),
          new Request("GET", "/suggest?q=artif", 200, "application/x-suggestions+json", TOKEN),
          Request.get("/suggest?size=0", 400),
          Request.get("/articles/" + ID, 200),
          Request.get("/articles/1", 404),
          Request.get("/articles/" + ID + "?q=x", 400),
          Request.get("/articles/" + ID + "/similar", 200),
          Request.get("/articles/000000000000000000000000/similar", 404),
          Request.get("/facets/topic?q=ai", 200),
          Request.get("/facets/provider", 200),
          Request.get("/facets/date", 404),
          Request.get("/feed.atom?q=flood", 200),
          Request.get("/feed.rss?q=flood", 200),
          Request.get("/feed.json?q=flood", 200),
          Request.get("/feed.json?sort=quality", 400),
          Request.get("/", 200),
          Request.get("/opensearch.xml", 200),
          Request.get("/docs", 200),
          Request.get("/openapi.json", 200),
          Request.get("/broadsheet.css", 200),
          Request.get("/broadsheet.js", 200),
          Request.get("/broadsheet.svg", 200),
          Request.get("/docs.css", 200),
          Request.get("/docs.js", 200),
          Request.get("/health/live", 200),
          Request.get("/health/ready", 200),
          Request.get("/metrics", 200),
          Request.get("/admin/reindex", 200),
          Request.get("/admin/reindex?full=true", 400),
          new Request("POST", "/clicks?q=ferry", 204, "*/*", TOKEN),
          new Request("POST", "/clicks?id=1", 400, "*/*", TOKEN),
          Request.get("/admin/queries", 200),
          Request.get("/admin/queries?days=0", 400),
          new Request("GET", "/admin/queries", 401, "*/*", "wrong"),
          new Request("GET", "/admin/reindex", 401, "*/*", "wrong"),
          new Request("POST", "/admin/reindex?strict=maybe", 400, "*/*", TOKEN),
          new Request("POST", "/admin/reindex", 202, "*/*", TOKEN),
          new Request("POST", "/admin/reindex", 401, "*/*", "wrong"));

  @TempDir private static Path folder;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static ExampleSite site;
  private static JsonNode description;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    site =
        ExampleSite.open(
            folder.resolve("index"),
            Map.of(
                "BROADSHEET_ADMIN_TOKEN",
                TOKEN,
                "BROADSHEET_QUERIES_FOLDER",
                folder.resolve("queries").toString()));
    description = JsonMapper.shared().readTree(site.get("/openapi.json").body());
  }

  @AfterAll
  static void close() {
    site.close();
    CLIENT.close();
  }

  private static HttpResponse<String> send(Request request)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(site.url() + request.path()))
            .method(request.method(), BodyPublishers.noBody())
            .header("Accept", request.accept())
            .header("Authorization", "Bearer " + request.token())
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @FieldSource("REQUESTS")
  void answer_isAsDescribed(Request request) throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(request.status());

    JsonNode answer = answer(operation(request), response.statusCode());
    String type = type(response);
    if (response.statusCode() == 204) {
      assertThat(response.body()).isEmpty();
      return;
    }
    assertThat(answer.get("content").propertyNames()).contains(type);
    if (type.endsWith("json")) {
      assertThat(violations(answer.get("content").get(type).get("schema"), response.body()))
          .as(response.body())
          .isEmpty();
    }
  }

  /** The media type of an answer, without its parameters. */
  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  /** Closed: a property that is not described is a violation, too. */
  private static List<String> violations(JsonNode schema, String body) {
    ObjectNode whole = schema.deepCopy().asObject();
    whole.set("components", description.get("components").deepCopy());
    close(whole);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(
            body,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.values().forEach(OpenApiTest::close);
  }

  private static JsonNode operation(Request request) {
    String template = template(request.path());
    return description
        .get("paths")
        .get(template)
        .get(request.method().equals("GET") ? "get" : "post");
  }

  private static String template(String path) {
    String plain = path.replaceAll("\\?.*", "");
    return description.get("paths").propertyNames().stream()
        .filter(template ->
            plain.matches(Pattern.quote(template).replaceAll("\\{\\w+\\}", "\\\\E[^/]+\\\\Q")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not described: " + plain));
  }

  private static JsonNode answer(JsonNode operation, int status) {
    JsonNode responses = operation.get("responses");
    JsonNode exact =
        Optional.ofNullable(responses.get(Integer.toString(status)))
            .orElseGet(() -> responses.get(status / 100 + "XX"));
    return exact.has("$ref") ? description.at(exact.get("$ref").asString().substring(1)) : exact;
  }

  /** Else this test would find nothing wrong, whatever was sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {"{\"status\": \"live\", \"more\": 1}", "{\"status\": \"dead\"}", "{}", "[]"})
  void whatIsNotDescribed_isAViolation(String body) {
    JsonNode schema = description.at("/components/schemas/Health");

    assertThat(violations(schema, body)).isNotEmpty();
    assertThat(violations(schema, "{\"status\": \"live\"}")).isEmpty();
  }

  /** Who asks for nothing that there is, is told of all that there is. */
  @Test
  void everyRoute_isDescribed_andAskedAbove() throws Exception {
    String detail = send(Request.get("/nothing", 404)).body();
    Set<String> routes = new TreeSet<>();
    Matcher route = ROUTE.matcher(detail);
    while (route.find()) {
      routes.add(route.group(1) + " " + route.group(2));
    }

    Set<String> described = new TreeSet<>();
    description
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

    assertThat(described).isEqualTo(routes).hasSizeGreaterThan(20);
    assertThat(REQUESTS)
        .extracting(request -> request.method() + " " + template(request.path()))
        .containsAll(described);
  }

  /** The server knows a route's parameters best: it tells them to who gives another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/search",
        "/suggest",
        "/facets/topic",
        "/articles/943d1b8d833ebbe53507507f/similar",
        "/feed.atom",
        "/"
      })
  void parametersThatTheServerKnows_areThoseDescribed(String path) throws Exception {
    String expected =
        JsonMapper.shared()
            .readTree(
                site.get(path.equals("/") ? "/search?xyzzyxyzzy=1" : path + "?xyzzyxyzzy=1").body())
            .get("expected")
            .asString();
    List<String> described =
        description
            .get("paths")
            .get(template(path))
            .get("get")
            .get("parameters")
            .valueStream()
            .filter(parameter -> parameter.get("in").asString().equals("query"))
            .map(parameter -> parameter.get("name").asString())
            .toList();

    assertThat(described).isNotEmpty();
    assertThat(expected).isEqualTo("one of " + String.join(", ", described));
  }

  /** Each word of a closed choice is taken, and each bound is one. */
  @Test
  void choicesAndBounds_areThoseOfTheServer() throws Exception {
    for (JsonNode parameter : description.at("/paths/~1search/get/parameters")) {
      String name = parameter.get("name").asString();
      JsonNode schema = parameter.get("schema");
      JsonNode one = schema.has("items") ? schema.get("items") : schema;
      for (JsonNode word : one.path("enum")) {
        assertStatus(name, word.asString(), 200);
      }
      if (one.has("enum")) {
        assertStatus(name, "xyzzy", 400);
      }
      if (schema.has("maximum")) {
        assertStatus(name, schema.get("maximum").asString(), 200);
        assertStatus(name, "" + (schema.get("maximum").asInt() + 1), 400);
      }
    }
  }

  private static void assertStatus(String name, String value, int status) throws Exception {
    HttpResponse<String> response = send(Request.get("/search?" + name + "=" + value, status));
    assertThat(response.statusCode()).as(name + "=" + value).isEqualTo(status);
  }

  @Test
  void withoutAToken_adminIsNotDescribed(@TempDir Path index) throws Exception {
    try (ExampleSite open = ExampleSite.open(index)) {
      assertThat(open.get("/openapi.json").body()).contains("/search").doesNotContain("/admin");
    }
  }

  @Test
  void page_showsEachRoute_withAFormForEachThatIsOpen_andFetchesNothingFromElsewhere()
      throws Exception {
    HttpResponse<String> page = site.get("/docs");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe", "*");
    for (String path : description.get("paths").propertyNames()) {
      assertThat(page.body()).contains("<code>" + path + "</code>");
      if (!path.startsWith("/admin") && !path.equals("/clicks")) {
        assertThat(page.body()).contains("data-path=\"" + path + "\"");
      }
    }
    assertThat(page.body()).doesNotContain("//", "style=", "onclick", "<script>");
  }
}
