package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with a file under {@code src/test/resources/golden}. {@code -Dgolden.update=true} writes
 * the files anew, to be looked at before they are committed; a build server must not.
 */
final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenFile() {}

  static void assertMatches(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("golden files are not renewed where CI=true");
      }
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual + "\n");
    }
    assertThat(actual + "\n").as(name).isEqualTo(Files.readString(file));
  }
}
