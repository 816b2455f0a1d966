package dev.broadsheet.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a visitor reaches the server, for links that lead back to it: where the settings say, or
 * else where the request went. Headers that a proxy might have set, or a visitor made up, such as
 * {@code X-Forwarded-Host}, are not believed.
 */
final class PublicAddress {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\]");

  private final Optional<String> configured;

  /**
   * An address.
   *
   * @param configured what it is; where empty, each request tells
   */
  PublicAddress(Optional<String> configured) {
    this.configured = configured.map(url -> url.replaceAll("/+$", ""));
  }

  /** The address without a slash at its end. */
  String of(Context context) {
    return configured.orElseGet(() -> ofRequest(context));
  }

  private static String ofRequest(Context context) {
    var request = context.req();
    String host = request.getServerName();
    int port = request.getServerPort();
    if (host == null || !HOST.matcher(host).matches()) {
      return "http://" + request.getLocalAddr() + ":" + request.getLocalPort();
    }
    return "http://" + host + (port == 80 ? "" : ":" + port);
  }

  /** The parameters as they stand behind a question mark; without it, where there are none. */
  static String query(Map<String, ?> parameters) {
    String pairs =
        parameters.entrySet().stream()
            .flatMap(entry ->
                values(entry.getValue()).stream()
                    .map(value -> encoded(entry.getKey()) + "=" + encoded(value.toString())))
            .collect(Collectors.joining("&"));
    return pairs.isEmpty() ? "" : "?" + pairs;
  }

  private static Collection<?> values(Object value) {
    return value instanceof Collection<?> several ? several : List.of(value);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
