package dev.broadsheet.http;

import static dev.broadsheet.http.ApiOperation.get;
import static dev.broadsheet.http.ApiSchema.named;

import dev.broadsheet.page.PageFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that the server can be asked for. A test finds a route that is missing here. */
final class ApiOperations {
  private ApiOperations() {}

  /**
   * All of it.
   *
   * @param operation what there is for who knows the token, and whether searches are counted
   * @param knowsMeaning whether meanings can be searched
   */
  static List<ApiOperation> all(Operation operation, boolean knowsMeaning) {
    List<ApiOperation> all = new ArrayList<>(searching());
    FeedHandler.FORMATS.forEach(format -> all.add(feed(format)));
    all.addAll(pages());
    all.addAll(operating());
    if (operation.admin().isPresent()) {
      all.addAll(reindexing());
    }
    if (operation.queries().isPresent()) {
      all.add(click());
    }
    if (operation.queries().isPresent() && operation.token().isPresent()) {
      all.add(queries());
    }
    ApiParameter mode = ApiParameters.mode(SearchParameters.MODE_CHOICES);
    return knowsMeaning
        ? all.stream().map(described -> described.with(mode)).toList()
        : List.copyOf(all);
  }

  private static List<ApiOperation> searching() {
    return List.of(
        get(
            "/search",
            "Search: the hits, and the counts that narrow them",
            ApiParameters.of(SearchParameters.knownNames()),
            json(ApiSchemas.SEARCH)),
        get(
            "/suggest",
            "What could be typed next",
            ApiParameters.of(
                SuggestHandler.NAMES, 1, SuggestHandler.MAX_SIZE, SuggestHandler.DEFAULT_SIZE),
            suggestions()),
        get(
            "/articles/{id}",
            "One item, with the rest of its story",
            List.of(ApiParameters.id()),
            json(ApiSchemas.ARTICLE)),
        get(
            "/articles/{id}/similar",
            "Items of other stories that are like one",
            with(
                ApiParameters.id(),
                ApiParameters.of(
                    SimilarHandler.NAMES, 0, SimilarHandler.MAX_SIZE, SimilarHandler.DEFAULT_SIZE)),
            json(ApiSchemas.SIMILAR)),
        get(
            "/facets/{field}",
            "The values of a facet in which a word begins so",
            with(
                ApiParameters.field(),
                ApiParameters.of(
                    FacetHandler.NAMES,
                    0,
                    SearchParameters.MAX_FACET_SIZE,
                    SearchParameters.DEFAULT_FACET_SIZE)),
            json(ApiSchemas.FACET)));
  }

  private static Map<String, Map<String, Object>> suggestions() {
    Map<String, Map<String, Object>> answers = new LinkedHashMap<>(json(ApiSchemas.SUGGESTIONS));
    answers.put(OpenSearchSuggestions.MEDIA_TYPE, named(ApiSchemas.BROWSER_SUGGESTIONS));
    return answers;
  }

  private static ApiOperation feed(FeedFormat format) {
    Map<String, Object> schema =
        format instanceof JsonFeedFormat ? named(ApiSchemas.FEED) : ApiSchema.text();
    return get(
        "/" + format.file(),
        "A search as a feed, newest first (" + format.label() + ")",
        ApiParameters.of(FeedHandler.NAMES, 1, FeedHandler.MAX_SIZE, FeedHandler.DEFAULT_SIZE),
        Map.of(plain(format.mediaType()), schema));
  }

  private static List<ApiOperation> pages() {
    Stream<ApiOperation> pages =
        Stream.of(
            get(
                "/",
                "The search page",
                ApiParameters.of(SearchParameters.knownNames()),
                text(PageHandler.MEDIA_TYPE)),
            get(
                "/opensearch.xml",
                "Lets a browser add the site to its search engines",
                List.of(),
                text(OpenSearchHandler.MEDIA_TYPE)),
            get("/docs", "This description, as a page", List.of(), text(PageHandler.MEDIA_TYPE)),
            get(
                ApiDescription.PATH,
                "This description, as OpenAPI 3.1",
                List.of(),
                Map.of(JsonText.MEDIA_TYPE, JsonTree.object("type", "object"))));
    Stream<ApiOperation> files =
        Arrays.stream(PageFile.values())
            .map(file ->
                get(
                    "/" + file.fileName(),
                    "A file of the pages",
                    List.of(),
                    text(file.mediaType())));
    return Stream.concat(pages, files).toList();
  }

  private static List<ApiOperation> operating() {
    return List.of(
        moment("/health/live", "Whether the process answers", json(ApiSchemas.HEALTH)),
        moment("/health/ready", "Whether it can search", json(ApiSchemas.HEALTH)),
        moment("/metrics", "What was counted, for Prometheus", text(MetricsHandler.MEDIA_TYPE)));
  }

  private static ApiOperation moment(
      String path, String summary, Map<String, Map<String, Object>> answers) {
    return new ApiOperation(
        "get", path, summary, List.of(), 200, answers, ApiOperation.Access.MOMENT);
  }

  private static List<ApiOperation> reindexing() {
    return List.of(
        new ApiOperation(
            "get",
            AdminRoutes.PATH,
            "How the reindex of this server goes, and how the last one ended",
            List.of(),
            200,
            json(ApiSchemas.REINDEX),
            ApiOperation.Access.TOKEN),
        new ApiOperation(
            "post",
            AdminRoutes.PATH,
            "Start a reindex; 409 while one runs",
            ApiParameters.of(AdminRoutes.PARAMETERS),
            202,
            json(ApiSchemas.REINDEX),
            ApiOperation.Access.TOKEN));
  }

  private static ApiOperation click() {
    return new ApiOperation(
        "post",
        ClickHandler.PATH,
        "A visitor who had looked for some words chose a hit",
        ApiParameters.of(ClickHandler.PARAMETERS),
        204,
        Map.of(),
        ApiOperation.Access.MOMENT);
  }

  private static ApiOperation queries() {
    return new ApiOperation(
        "get",
        QueriesHandler.PATH,
        "What visitors looked for in the last days",
        ApiParameters.of(
            QueriesHandler.PARAMETERS, 0, QueriesHandler.MAX_SIZE, QueriesHandler.DEFAULT_SIZE),
        200,
        json(ApiSchemas.QUERIES),
        ApiOperation.Access.TOKEN);
  }

  private static Map<String, Map<String, Object>> json(String schema) {
    return Map.of(JsonText.MEDIA_TYPE, named(schema));
  }

  private static Map<String, Map<String, Object>> text(String mediaType) {
    return Map.of(plain(mediaType), ApiSchema.text());
  }

  /** Without its parameters. */
  private static String plain(String mediaType) {
    return mediaType.replaceAll(";.*", "");
  }

  private static List<ApiParameter> with(ApiParameter first, List<ApiParameter> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }
}
