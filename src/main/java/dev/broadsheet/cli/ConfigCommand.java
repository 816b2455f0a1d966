package dev.broadsheet.cli;

import dev.broadsheet.config.Config;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the settings are, and where each comes from. */
@Command(
    name = ConfigCommand.NAME,
    description = {
      "Show each setting, its value, and where that comes from.",
      "What is secret is hidden."
    })
final class ConfigCommand implements Callable<Integer> {
  static final String NAME = "config";

  private static final String NOT_SET = "-";

  private final Session session;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print them as JSON.")
  boolean json;

  ConfigCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Config.Setting> settings = session.load(common).settings();
    if (json) {
      ReportJson.write(settings, session.out());
    } else {
      print(settings);
    }
    return ExitStatus.DONE;
  }

  private void print(List<Config.Setting> settings) {
    int name = settings.stream().mapToInt(setting -> setting.name().length()).max().orElse(0);
    int value = settings.stream().mapToInt(setting -> shown(setting).length()).max().orElse(0);
    for (Config.Setting setting : settings) {
      session
          .out()
          .line(
              padded(setting.name(), name)
                  + padded(shown(setting), value)
                  + session.out().faint(PlainText.safe(setting.origin().toString())));
    }
  }

  private static String shown(Config.Setting setting) {
    return setting.value().isEmpty() ? NOT_SET : PlainText.safe(setting.value());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }
}
