package dev.broadsheet.http;

import java.util.Map;

/**
 * What browsers are told about every answer, whatever it is: to take it for what it says it is, to
 * run and fetch nothing for it, and to show it within no other page. A page says more exactly what
 * it needs.
 */
final class SafetyHeaders {
  /**
   * For answers to programs. Pages of other sites read them where CORS lets them, or not at all.
   */
  static final Map<String, String> ALL =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "Referrer-Policy", "strict-origin-when-cross-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  private SafetyHeaders() {}
}
