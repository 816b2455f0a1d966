package dev.broadsheet.http;

import dev.broadsheet.analytics.QueryLog;
import java.util.Optional;

/**
 * What the server offers to its operator.
 *
 * @param metrics that requests are counted in; who makes them closes them
 * @param reindexes those of this process, if it can do any
 * @param token to be shown by who wants more than visitors may; without one, nobody can
 * @param queries where is counted what visitors look for, if it is
 */
public record Operation(
    Metrics metrics,
    Optional<ReindexControl> reindexes,
    Optional<String> token,
    Optional<QueryLog> queries) {
  /** Checks that there is a token, if there is one. */
  public Operation {
    if (token.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("token: is blank");
    }
  }

  /** Nothing but what is counted. */
  static Operation none() {
    return new Operation(Metrics.create(), Optional.empty(), Optional.empty(), Optional.empty());
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
