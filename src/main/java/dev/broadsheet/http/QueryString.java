package dev.broadsheet.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a URL's query as HTML forms write it: {@code &} between parameters, {@code +} for a space.
 * Stricter than the servlet container, which drops or mends what it can't decode: a search for
 * something else than was asked for is worse than an error.
 */
final class QueryString {
  /** What Jetty puts in place of bytes that are not UTF-8; encoded, as %EF%BF%BD, it is text. */
  private static final char REPLACEMENT = '\ufffd';

  private QueryString() {}

  /** The parameters of a request. */
  static Map<String, List<String>> of(Context context) {
    return parse(Optional.ofNullable(context.req().getQueryString()).orElse(""));
  }

  /**
   * The parameters, in order of their first appearance.
   *
   * @param raw as sent, without the question mark
   * @throws InvalidParameterException where a name or value is not percent-encoded UTF-8
   */
  static Map<String, List<String>> parse(String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : raw.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String rawName = equals < 0 ? pair : pair.substring(0, equals);
        String name = decode(rawName, rawName);
        String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
        parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decode(String name, String text) {
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw InvalidParameterException.badEncoding(name, text);
    }
    if (text.indexOf('%') < 0) {
      return text.replace('+', ' ');
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(text))).toString();
    } catch (CharacterCodingException | NumberFormatException notEncoded) {
      throw InvalidParameterException.badEncoding(name, text);
    }
  }

  private static byte[] bytes(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c == '%') {
        bytes.write(escaped(text, i));
        i += 3;
      } else {
        bytes.writeBytes(Character.toString(c == '+' ? ' ' : c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return bytes.toByteArray();
  }

  private static int escaped(String text, int at) {
    int high = at + 1 < text.length() ? hexDigit(text.charAt(at + 1)) : -1;
    int low = at + 2 < text.length() ? hexDigit(text.charAt(at + 2)) : -1;
    if (high < 0 || low < 0) {
      throw new NumberFormatException("no two hexadecimal digits after the percent sign");
    }
    return high * 16 + low;
  }

  /** Character.digit would take the digits of every script. */
  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
