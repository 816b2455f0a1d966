package dev.broadsheet.config;

/** A setting is unknown or bad, or the settings file can't be read. The message says which. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong and what was expected. */
  public ConfigException(String message) {
    super(message);
  }

  /** Says what was tried, and keeps why it failed. */
  public ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
