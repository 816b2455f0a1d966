package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;

/** Real files to test with, which are no part of the repository. */
final class SharedFiles {
  private SharedFiles() {}

  /**
   * Unpacks an archive of the folder that the environment variable names; skips the test without.
   */
  static Path unpack(String archive, Path target) throws IOException, InterruptedException {
    String folder = System.getenv("BROADSHEET_TEST_DATA");
    assumeThat(folder).as("BROADSHEET_TEST_DATA names a folder").isNotNull();
    Process tar =
        new ProcessBuilder(
                "tar", "-xJf", Path.of(folder).resolve(archive).toString(), "-C", target.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).as("tar of " + archive).isZero();
    return target;
  }
}
