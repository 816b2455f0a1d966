package dev.broadsheet.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Runs a command over a fake application, and keeps what it prints. */
final class CommandRun {
  final FakeApplication application = new FakeApplication();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  int run(String... arguments) {
    var environment =
        new Environment(
            Map.of("BROADSHEET_HOME", "/nowhere"),
            Path.of("/nowhere"),
            Screen.plain(out),
            Screen.plain(err),
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC),
            () -> {});
    return new CommandLineInterface(environment, (config, clock) -> application).run(arguments);
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
