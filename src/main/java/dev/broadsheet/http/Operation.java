package dev.broadsheet.http;

import java.util.Optional;

/**
 * What the server offers to its operator.
 *
 * @param metrics that requests are counted in; who makes them closes them
 * @param reindexes those of this process, if it can do any
 * @param token to be shown by who wants to reindex from afar; without one, nobody can
 */
public record Operation(
    Metrics metrics, Optional<ReindexControl> reindexes, Optional<String> token) {
  /** Checks that there is a token, if there is one. */
  public Operation {
    if (token.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("token: is blank");
    }
  }

  /** What can be done from afar, if anything. */
  Optional<Admin> admin() {
    return token.flatMap(known -> reindexes.map(control -> new Admin(known, control)));
  }

  /** Keeps the token to itself. */
  @Override
  public String toString() {
    return "Operation[" + reindexes + "]";
  }

  /**
   * What can be done from afar.
   *
   * @param token to be shown with each request
   * @param reindexes what does the work
   */
  record Admin(String token, ReindexControl reindexes) {
    /** Keeps the token to itself. */
    @Override
    public String toString() {
      return "Admin[" + reindexes + "]";
    }
  }
}
