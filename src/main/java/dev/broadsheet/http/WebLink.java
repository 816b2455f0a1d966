package dev.broadsheet.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Addresses of the corpus as feeds need them: they are checked by readers, and followed. */
final class WebLink {
  private static final Pattern ILLEGAL =
      Pattern.compile("%(?!\\p{XDigit}{2})|[^A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");

  private WebLink() {}

  /** The address as a URI; empty where it leads to no place on the web. */
  static Optional<String> of(String url) {
    String encoded = ILLEGAL.matcher(JsonText.wellFormed(url)).replaceAll(WebLink::encoded);
    try {
      URI uri = new URI(encoded);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean onTheWeb = scheme.equals("http") || scheme.equals("https");
      return onTheWeb && uri.getRawAuthority() != null ? Optional.of(encoded) : Optional.empty();
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static String encoded(MatchResult illegal) {
    var encoded = new StringBuilder();
    for (byte b : illegal.group().getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return encoded.toString();
  }
}
