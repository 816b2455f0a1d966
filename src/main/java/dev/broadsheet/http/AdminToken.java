package dev.broadsheet.http;

import dev.broadsheet.article.Sha256;
import java.security.MessageDigest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator has to show (RFC 6750). Only its digest is kept, and compared in a time that
 * tells nothing of where two differ, nor of how long they are.
 */
final class AdminToken {
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

  private final byte[] digest;

  AdminToken(String token) {
    this.digest = Sha256.of(token);
  }

  /**
   * Lets a request through that shows the token.
   *
   * @param authorization its header; empty where there is none
   * @throws ProblemException where it does not
   */
  void require(String authorization) {
    Matcher bearer = BEARER.matcher(authorization);
    if (!bearer.matches()) {
      throw refused("this needs the admin token, as 'Authorization: Bearer ...'", "");
    }
    if (!MessageDigest.isEqual(digest, Sha256.of(bearer.group(1)))) {
      throw refused("this is not the admin token", ", error=\"invalid_token\"");
    }
  }

  private static ProblemException refused(String detail, String parameters) {
    return new ProblemException(
        Problem.ofStatus(401, detail)
            .withHeader("WWW-Authenticate", "Bearer realm=\"broadsheet\"" + parameters));
  }
}
