package dev.broadsheet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route with a method, as it is described.
 *
 * @param method of HTTP
 * @param path with its parameters in braces
 * @param summary what it does, for a person
 * @param parameters of path and query
 * @param status of a success
 * @param answers the schema of what is sent then, by media type
 * @param access who may keep what is sent, or has to show a token
 */
record ApiOperation(
    String method,
    String path,
    String summary,
    List<ApiParameter> parameters,
    int status,
    Map<String, Map<String, Object>> answers,
    Access access) {
  /** How it may be used. */
  enum Access {
    /** Answers have a tag, and may be kept. */
    KEPT,
    /** Answers are of the moment. */
    MOMENT,
    /** For the operator only. */
    TOKEN
  }

  /** One that looks something up. */
  static ApiOperation get(
      String path,
      String summary,
      List<ApiParameter> parameters,
      Map<String, Map<String, Object>> answers) {
    return new ApiOperation("get", path, summary, parameters, 200, answers, Access.KEPT);
  }

  /** The same, with another description of a parameter, if it has that. */
  ApiOperation with(ApiParameter other) {
    List<ApiParameter> replaced =
        parameters.stream().map(it -> it.name().equals(other.name()) ? other : it).toList();
    return new ApiOperation(method, path, summary, replaced, status, answers, access);
  }

  /** Whether a browser can ask it without knowing a token. */
  boolean isOpen() {
    return method.equals("get") && access != Access.TOKEN;
  }

  Map<String, Object> described() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("operationId", method + path.replaceAll("[^A-Za-z]+", "_").replaceAll("_$", ""));
    tree.put("summary", summary);
    if (!parameters.isEmpty()) {
      tree.put("parameters", parameters.stream().map(ApiParameter::described).toList());
    }
    tree.put("responses", responses());
    if (access == Access.TOKEN) {
      tree.put("security", List.of(JsonTree.object(ApiDescription.TOKEN, List.of())));
    }
    return tree;
  }

  private Map<String, Object> responses() {
    Map<String, Object> content = new LinkedHashMap<>();
    answers.forEach((type, schema) -> content.put(type, JsonTree.object("schema", schema)));
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(
        Integer.toString(status), JsonTree.object("description", "As asked", "content", content));
    if (access == Access.KEPT) {
      responses.put("304", JsonTree.object("description", "What the client has still holds"));
    }
    responses.put("4XX", JsonTree.object("$ref", ApiDescription.PROBLEM));
    responses.put("5XX", JsonTree.object("$ref", ApiDescription.PROBLEM));
    return responses;
  }
}
