package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.Thorough;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Thorough
class RehearseCommandTest {
  @Test
  void itEndsWell_andLeavesNothingBehind() throws IOException {
    List<Path> before = rehearsals();
    var said = new ByteArrayOutputStream();
    var environment =
        new Environment(
            Map.of(),
            Path.of("").toAbsolutePath(),
            Screen.plain(said),
            Screen.plain(said),
            Clock.systemUTC(),
            () -> {
              throw new AssertionError("it ends by itself");
            });

    int status = new CommandLineInterface(environment).run(RehearseCommand.NAME);

    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(rehearsals()).isEqualTo(before);
  }

  @Test
  void whatFailsInIt_failsTheRehearsal() {
    var command = new CommandRun();

    // The fake serves nothing that could be asked.
    assertThat(command.run(RehearseCommand.NAME)).isEqualTo(ExitStatus.FAILED);
  }

  @Test
  void help_doesNotSpeakOfIt() {
    var command = new CommandRun();
    command.run("--help");

    assertThat(command.out()).contains("reindex").doesNotContain(RehearseCommand.NAME);
  }

  private static List<Path> rehearsals() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(temporary)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("broadsheet-rehearsal"))
          .sorted()
          .toList();
    }
  }
}
