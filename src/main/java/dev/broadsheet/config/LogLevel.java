package dev.broadsheet.config;

import java.util.Locale;

/** From which weight on something is told in the log. */
public enum LogLevel {
  /** What an operator has to look at. */
  WARN,
  /** What was done, too. */
  INFO,
  /** Each request, too. */
  DEBUG;

  /** The word for it in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
