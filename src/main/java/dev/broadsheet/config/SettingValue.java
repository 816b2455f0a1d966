package dev.broadsheet.config;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the value of one setting as what it has to be. Every method throws {@link ConfigException}
 * where it isn't that.
 *
 * @param name of the setting
 * @param given what was written
 */
record SettingValue(String name, Given given) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([mhdw])");
  private static final String ORIGIN =
      "(?i:https?)://(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::\\d{1,5})?";

  String text() {
    if (given.text().isBlank()) {
      throw bad("a value");
    }
    return given.text().strip();
  }

  Path path() {
    try {
      return given.folder().resolve(text()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw bad("a folder");
    }
  }

  int wholeNumber(int min, int max) {
    try {
      int number = Integer.parseInt(text());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw bad("a whole number from " + min + " to " + max);
  }

  double share() {
    return number(number -> number >= 0 && number < 1, "a number from 0 to below 1");
  }

  double positive() {
    return number(
        number -> number > 0 && number < Double.POSITIVE_INFINITY, "a number greater than 0");
  }

  double between(double min, double max) {
    return number(number -> number >= min && number <= max, "a number from " + min + " to " + max);
  }

  /** A number and a unit: {@code 90m}, {@code 12h}, {@code 7d}, {@code 2w}. */
  Duration duration() {
    Matcher matcher = DURATION.matcher(text());
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      Duration unit =
          switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
          };
      if (number > 0) {
        return unit.multipliedBy(number);
      }
    }
    throw bad("a time such as 90m, 12h, 7d or 2w");
  }

  /** A time as it would be written. */
  static String shown(Duration time) {
    if (time.toHours() % 24 == 0 && time.toMinutesPart() == 0) {
      return time.toDays() + "d";
    }
    return time.toMinutesPart() == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
  }

  private double number(DoublePredicate possible, String expected) {
    try {
      double number = Double.parseDouble(text());
      if (possible.test(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of bounds.
    }
    throw bad(expected);
  }

  Visibility visibility() {
    String text = text();
    return Arrays.stream(Visibility.values())
        .filter(visibility -> visibility.label().equals(text))
        .findFirst()
        .orElseThrow(() -> bad("all or published"));
  }

  /** An address of the web, without a slash at the end. */
  String webAddress() {
    String address = text().replaceAll("/+$", "");
    if (!address.matches(ORIGIN + "(?:/[^\\s?#\"<>]*)?")) {
      throw bad("an address such as https://search.example.com");
    }
    return address;
  }

  /** Where pages come from: as browsers say it, so that it can be compared. */
  List<String> origins() {
    List<String> origins = elements();
    if (origins.isEmpty()
        || !origins.stream().allMatch(origin -> origin.matches("\\*|" + ORIGIN))) {
      throw bad("origins such as https://www.example.com, without a path, or *");
    }
    return origins.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Addresses of the nodes of a cluster. */
  List<String> hosts() {
    List<String> hosts = elements();
    if (hosts.isEmpty() || !hosts.stream().allMatch(host -> host.matches(ORIGIN))) {
      throw bad("addresses such as http://10.0.0.1:9200, https://search-2:9200");
    }
    return hosts;
  }

  /** A name that an index of a cluster can have. */
  String indexName() {
    if (!text().matches("[a-z][a-z0-9-]{0,63}")) {
      throw bad("lower-case letters, digits and dashes, up to 64, the first of them a letter");
    }
    return text();
  }

  /** Addresses, and ranges of them: {@code 10.0.0.0/8}. */
  List<String> addressRanges() {
    List<String> ranges = elements();
    if (ranges.isEmpty() || !ranges.stream().allMatch(SettingValue::isAddressRange)) {
      throw bad("addresses such as 192.0.2.1, or ranges such as 10.0.0.0/8 and fd00::/8");
    }
    return ranges;
  }

  /** What stands between spaces and commas. */
  private List<String> elements() {
    return Arrays.stream(text().split("[\\s,]+", -1))
        .filter(element -> !element.isEmpty())
        .toList();
  }

  private static boolean isAddressRange(String range) {
    try {
      int slash = range.indexOf('/');
      String address = slash < 0 ? range : range.substring(0, slash);
      int bits = 8 * InetAddress.ofLiteral(address).getAddress().length;
      return slash < 0
          || (range.substring(slash + 1).matches("\\d{1,3}")
              && Integer.parseInt(range.substring(slash + 1)) <= bits);
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("true or false");
    };
  }

  /** Whether something optional is used; {@code on} in YAML may be read as {@code true}. */
  boolean onOrOff() {
    return switch (text()) {
      case "on", "true" -> true;
      case "off", "false" -> false;
      default -> throw bad("on or off");
    };
  }

  /** One of the names of an enum, in small letters. */
  <E extends Enum<E>> E choice(Class<E> choices) {
    String text = text();
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "one of "
                    + Arrays.stream(choices.getEnumConstants())
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))));
  }

  Secret secret() {
    if (given.text().isBlank()) {
      throw new ConfigException(name + " (from " + given.origin() + "): expected a value");
    }
    return new Secret(given.text().strip());
  }

  private ConfigException bad(String expected) {
    return new ConfigException(
        name
            + ": '"
            + given.text()
            + "' (from "
            + given.origin()
            + ") is not possible; expected "
            + expected);
  }
}
