package dev.broadsheet.config;

/**
 * A value that must not be shown: its text is never part of {@link #toString}.
 *
 * @param value the value itself
 */
public record Secret(String value) {
  /** Checks that there is something to keep secret. */
  public Secret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret can't be blank");
    }
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
