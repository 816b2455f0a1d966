package dev.broadsheet.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a secret from a file, such as one that Docker or systemd lays out. */
final class SecretFile {
  private SecretFile() {}

  /** What is in a file, but for the blanks and line ends around it. */
  static Secret read(Path file) {
    try {
      String text = Files.readString(file).strip();
      if (text.isEmpty()) {
        throw new ConfigException(file + ": expected a token, and the file is blank");
      }
      return new Secret(text);
    } catch (IOException e) {
      throw new ConfigException("can't read the token in " + file + ": " + e, e);
    }
  }
}
