package dev.broadsheet.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Arguments of the form {@code name=value}; each that is given must be asked for. */
final class Options {
  private final Map<String, String> given = new HashMap<>();

  Options(String[] arguments) {
    Arrays.stream(arguments)
        .map(argument -> argument.split("=", 2))
        .forEach(pair -> given.put(pair[0], pair.length == 2 ? pair[1] : "true"));
  }

  String text(String name, String otherwise) {
    String value = given.remove(name);
    return value == null ? otherwise : value;
  }

  Path path(String name) {
    String value = given.remove(name);
    if (value == null) {
      throw new IllegalArgumentException("there must be a " + name + "=PATH");
    }
    return Path.of(value);
  }

  long whole(String name, long otherwise) {
    return Long.parseLong(text(name, String.valueOf(otherwise)).replace("_", ""));
  }

  Duration seconds(String name, double otherwise) {
    String seconds = text(name, String.valueOf(otherwise));
    return Duration.ofMillis((long) (Double.parseDouble(seconds) * 1_000));
  }

  Optional<URI> url(String name) {
    return Optional.ofNullable(given.remove(name)).filter(it -> !it.isEmpty()).map(URI::create);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name, "false"));
  }

  /** Refuses what nothing asked for. */
  void end() {
    if (!given.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + given.keySet());
    }
  }
}
