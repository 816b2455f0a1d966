package dev.broadsheet.http;

import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What went wrong with a request, as RFC 9457 has it.
 *
 * @param status of HTTP
 * @param code a word for the kind of problem that stays the same from version to version
 * @param title the same for a person
 * @param detail what is wrong with this request, and what to do about it
 * @param members more about it, in order, such as the parameter's name
 * @param headers to send with it
 */
record Problem(
    int status,
    String code,
    String title,
    String detail,
    Map<String, String> members,
    Map<String, String> headers) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** The code of one that only this request has. */
  static final String TIMED_OUT = "search-timeout";

  /** Not an address that can be fetched: a name, made for kinds of problems. */
  private static final String TYPE_PREFIX = "urn:problem-type:broadsheet:";

  /** Long enough for a server to be started again, short enough for a visitor. */
  private static final String RETRY_AFTER_SECONDS = "1";

  Problem {
    members = new LinkedHashMap<>(members);
    headers = Map.copyOf(headers);
  }

  /** A problem that its HTTP status says all about. */
  static Problem ofStatus(int status, String detail) {
    String title = HttpStatus.forStatus(status).getMessage();
    String code = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new Problem(status, code, title, detail, Map.of(), Map.of());
  }

  /** A bug; what it is stands in the log only. */
  static Problem internal() {
    return new Problem(
        500,
        "internal-server-error",
        "Internal Server Error",
        "something went wrong in the server; its log says what",
        Map.of(),
        Map.of());
  }

  /** Not now, but soon. */
  static Problem unavailable(String detail) {
    return ofStatus(503, detail).withHeader("Retry-After", RETRY_AFTER_SECONDS);
  }

  /** Too much to do at once. */
  static Problem overloaded(String detail) {
    return new Problem(
        503,
        "overloaded",
        "Overloaded",
        detail,
        Map.of(),
        Map.of("Retry-After", RETRY_AFTER_SECONDS));
  }

  /** One request that takes too much time; another one may not. */
  static Problem timedOut(String detail) {
    return new Problem(
        503,
        TIMED_OUT,
        "Search timed out",
        detail,
        Map.of(),
        Map.of("Retry-After", RETRY_AFTER_SECONDS));
  }

  Problem withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, code, title, detail, members, more);
  }

  /**
   * The body.
   *
   * @param instance the path of the request, as sent; empty where it is not known
   */
  byte[] body(String instance) {
    return JsonText.bytes(json -> write(json, instance));
  }

  private void write(JsonWriter json, String instance) {
    json.startObject();
    json.property("type", TYPE_PREFIX + code);
    json.property("title", title);
    json.property("status", status);
    json.property("detail", detail);
    if (!instance.isEmpty()) {
      json.property("instance", instance);
    }
    json.property("code", code);
    members.forEach((name, value) -> json.property(name, value));
    json.endObject();
  }
}
