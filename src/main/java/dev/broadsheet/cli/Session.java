package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.ConfigLoader;
import java.time.Clock;
import java.util.function.BiFunction;

/**
 * What all commands of one call share.
 *
 * @param environment what surrounds them
 * @param applications make what they work with
 */
record Session(Environment environment, BiFunction<Config, Clock, Application> applications) {
  /** Loads the settings and wires the application. */
  Application open(CommonOptions options) {
    return applications.apply(load(options), environment.clock());
  }

  /** Loads the settings. */
  Config load(CommonOptions options) {
    var loader = new ConfigLoader(environment.variables(), environment.workingFolder());
    return loader.load(options.file(), options.settingFlags());
  }

  Screen out() {
    return environment.out();
  }

  Screen err() {
    return environment.err();
  }

  /** A message to the person at the terminal. */
  void say(String message) {
    err().line("broadsheet: " + message);
  }

  /** Where long work shows how far it is. */
  Progress progress() {
    return err().isTerminal()
        ? new BarProgress(err())
        : new LineProgress(err(), environment.clock());
  }
}
