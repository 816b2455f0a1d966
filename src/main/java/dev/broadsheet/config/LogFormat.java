package dev.broadsheet.config;

import java.util.Locale;

/** How a line of the log is written. */
public enum LogFormat {
  /** For a person. */
  TEXT,
  /** An object, for a program. */
  JSON;

  /** The word for it in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
