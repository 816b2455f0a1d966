package dev.broadsheet.search;

/**
 * Where an answer ended, so that the next one goes on behind it, however deep, with no item twice
 * or missed while the index changes. Made by an engine and understood by that kind of engine only.
 *
 * @param token letters, digits, {@code -} and {@code _}
 */
public record Cursor(String token) {
  /** Checks that there is something in it. */
  public Cursor {
    if (token.isBlank()) {
      throw new IllegalArgumentException("cursor: is blank");
    }
  }
}
