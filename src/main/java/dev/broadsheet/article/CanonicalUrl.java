package dev.broadsheet.article;

import java.net.IDN;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL without what does not change where it leads: the case of scheme and host, {@code http} or
 * {@code https}, the fragment, a default port, tracking parameters, a trailing slash, and how its
 * characters are percent-encoded (RFC 3986, section 6.2). Only to compare with: what is shown and
 * followed is the URL as written.
 *
 * @param value {@code //host[:port]/path[?query]}, or the text itself where it names no host
 */
public record CanonicalUrl(String value) {
  private static final Pattern WEB_URL =
      Pattern.compile("(?i)(?:https?:)?//([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern LOCAL_URL =
      Pattern.compile("([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern DEFAULT_PORT = Pattern.compile(":(80|443)?$");
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "gclsrc",
          "msclkid",
          "yclid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "mkt_tok",
          "vero_id",
          "wickedid",
          "oly_anon_id",
          "oly_enc_id",
          "s_cid",
          "cmpid",
          "ocid",
          "ncid",
          "smid",
          "ftag",
          "wt.mc_id",
          "xtor");

  /**
   * The canonical form of a URL.
   *
   * @throws IllegalArgumentException where it leads to no article: it is blank, or a place-holder
   *     such as {@code #}, or its scheme is neither {@code http} nor {@code https}
   */
  public static CanonicalUrl of(String url) {
    String text = url.strip();
    Matcher web = WEB_URL.matcher(text);
    if (web.matches() && !web.group(1).isEmpty()) {
      return new CanonicalUrl("//" + authority(web.group(1)) + rest(web.group(2), web.group(3)));
    }
    Matcher local = LOCAL_URL.matcher(text);
    if (text.isEmpty() || SCHEME.matcher(text).matches() || !local.matches()) {
      throw new IllegalArgumentException("not an http or https URL");
    }
    String rest = rest(local.group(1), local.group(2));
    if (rest.isEmpty()) {
      throw new IllegalArgumentException("not the URL of a page of its own");
    }
    return new CanonicalUrl(rest);
  }

  private static String authority(String written) {
    String host = written.substring(written.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    host = DEFAULT_PORT.matcher(host).replaceFirst("");
    try {
      return host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException notADomainName) {
      return host;
    }
  }

  private static String rest(String path, @Nullable String query) {
    // Not a pattern, which would take time in the square of a long run of slashes.
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String trimmed = path.substring(0, end);
    String kept = query == null ? "" : withoutTracking(query);
    return unescaped(trimmed) + (kept.isEmpty() ? "" : "?" + kept);
  }

  private static String withoutTracking(String query) {
    List<String> kept = new ArrayList<>();
    for (String written : query.split("&", -1)) {
      String parameter = unescaped(written);
      String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
      if (!parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.add(parameter);
      }
    }
    return String.join("&", kept);
  }

  /** Decodes what needs no escape and writes the digits of the others in upper case. */
  private static String unescaped(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    return ESCAPE
        .matcher(part)
        .replaceAll(escape -> {
          char c = (char) HexFormat.fromHexDigits(escape.group(1));
          boolean unreserved =
              (c >= 'a' && c <= 'z')
                  || (c >= 'A' && c <= 'Z')
                  || (c >= '0' && c <= '9')
                  || c == '-'
                  || c == '.'
                  || c == '_'
                  || c == '~';
          return unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT);
        });
  }
}
