package dev.broadsheet.http;

import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /openapi.json}: what the server can be asked, as OpenAPI 3.1 describes it. */
final class ApiDescription {
  static final String PATH = "/openapi.json";

  /** The name under which the operator's token is described. */
  static final String TOKEN = "adminToken";

  static final String PROBLEM = "#/components/responses/Problem";

  private ApiDescription() {}

  /**
   * Serves it.
   *
   * @param operations what there is
   * @param site whose server it is
   */
  static Handler handler(List<ApiOperation> operations, HttpSettings.Site site) {
    return FileHandler.of(PATH.substring(1), JsonText.MEDIA_TYPE, text(operations, site));
  }

  private static String text(List<ApiOperation> operations, HttpSettings.Site site) {
    byte[] bytes = JsonText.bytes(json -> JsonTree.write(json, tree(operations, site)));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, Object> tree(List<ApiOperation> operations, HttpSettings.Site site) {
    return JsonTree.object(
        "openapi",
        "3.1.0",
        "info",
        JsonTree.object(
            "title",
            site.name(),
            "description",
            "Full-text search over news articles. Each GET answers HEAD, too.",
            "version",
            version(),
            "license",
            JsonTree.object("name", "Apache-2.0", "identifier", "Apache-2.0")),
        "servers",
        List.of(JsonTree.object("url", site.publicUrl().orElse("."))),
        "paths",
        paths(operations),
        "components",
        components());
  }

  private static String version() {
    return Optional.ofNullable(ApiDescription.class.getPackage().getImplementationVersion())
        .orElse("0");
  }

  private static Map<String, Object> paths(List<ApiOperation> operations) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (ApiOperation operation : operations) {
      paths
          .computeIfAbsent(operation.path(), _ -> new LinkedHashMap<>())
          .put(operation.method(), operation.described());
    }
    return new LinkedHashMap<>(paths);
  }

  private static Map<String, Object> components() {
    Map<String, Object> content =
        JsonTree.object(
            Problem.MEDIA_TYPE, JsonTree.object("schema", ApiSchema.named(ApiSchemas.PROBLEM)));
    return JsonTree.object(
        "schemas",
        ApiSchemas.all(),
        "responses",
        JsonTree.object(
            "Problem",
            JsonTree.object(
                "description", "What is wrong, and what was expected", "content", content)),
        "securitySchemes",
        JsonTree.object(TOKEN, JsonTree.object("type", "http", "scheme", "bearer")));
  }
}
