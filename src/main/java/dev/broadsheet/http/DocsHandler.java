package dev.broadsheet.http;

import dev.broadsheet.page.DocsView;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code GET /docs}: what the server can be asked, as a page to try it on. */
final class DocsHandler implements Handler {
  /** The page asks the server that it comes from, and no other. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final FileHandler page;

  private DocsHandler(FileHandler page) {
    this.page = page;
  }

  static DocsHandler of(List<ApiOperation> operations, String site) {
    var view = new DocsView(site, operations.stream().map(DocsHandler::operation).toList());
    String text = new String(PageFiles.loaded().template().bytes(view), StandardCharsets.UTF_8);
    return new DocsHandler(FileHandler.of("docs", PageHandler.MEDIA_TYPE, text));
  }

  private static DocsView.Operation operation(ApiOperation operation) {
    return new DocsView.Operation(
        operation.method(),
        operation.path(),
        operation.summary(),
        operation.parameters().stream().map(DocsHandler::field).toList(),
        operation.isOpen());
  }

  private static DocsView.Field field(ApiParameter parameter) {
    Map<String, Object> schema = parameter.schema();
    Object usual = schema.get("default");
    return new DocsView.Field(
        parameter.name(),
        parameter.inPath(),
        parameter.description(),
        bounds(schema),
        parameter.commas() ? List.of() : parameter.choices(),
        usual == null ? "" : usual.toString());
  }

  /** What a value has to be, in words. */
  private static String bounds(Map<String, Object> schema) {
    String type = String.valueOf(schema.get("type"));
    return switch (type) {
      case "integer" ->
          schema.containsKey("maximum")
              ? "whole number, " + schema.get("minimum") + " to " + schema.get("maximum")
              : "whole number from " + schema.get("minimum");
      case "array" -> "one or more";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  @Override
  public void handle(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("Referrer-Policy", "no-referrer");
    page.handle(context);
  }
}
