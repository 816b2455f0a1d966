package dev.broadsheet.config;

import java.nio.file.Path;

/** Where the value of a setting comes from. As text it is what a person would look for. */
public sealed interface Origin {
  /** It was set nowhere. */
  record BuiltIn() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /**
   * A settings file.
   *
   * @param file which one
   * @param line from 1
   */
  record File(Path file, int line) implements Origin {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * An environment variable.
   *
   * @param variable its name
   */
  record Environment(String variable) implements Origin {
    @Override
    public String toString() {
      return variable;
    }
  }

  /**
   * A flag of the command.
   *
   * @param flag with its dashes
   */
  record Flag(String flag) implements Origin {
    @Override
    public String toString() {
      return flag;
    }
  }
}
