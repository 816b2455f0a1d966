package dev.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes text of the corpus fit for a screen. */
final class PlainText {
  /**
   * What could move the cursor, recolour the screen or turn the writing round: control characters,
   * line separators, bidirectional overrides; and the private ones that stand for marks here.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069\\ue000\\ue001]+");

  private PlainText() {}

  /** The text on one line and without anything that a terminal would obey. */
  static String safe(String text) {
    return withoutControls(text).strip();
  }

  /** The same, with the spaces at its ends. */
  static String withoutControls(String text) {
    return UNSAFE.matcher(text).replaceAll(" ");
  }

  /** A number with its thousands apart. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A size in bytes as a person says it. */
  static String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return bytes < 1_000 ? count(bytes, "byte", "bytes") : bytes / 1_000 + " kB";
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /** {@code 1 file}, {@code 2 files}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /**
   * Breaks text at its spaces.
   *
   * @param width in columns; a word that is wider has a line of its own
   * @param most lines; what doesn't fit is cut off and an ellipsis says so
   */
  static List<String> wrap(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split(" +", -1)) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > width) {
        if (lines.size() == most - 1) {
          lines.add(cut(line.toString(), width));
          return lines;
        }
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String cut(String line, int width) {
    String room = line;
    while (width(room) + 2 > width && room.contains(" ")) {
      room = room.substring(0, room.lastIndexOf(' '));
    }
    return room + " …";
  }

  /** How many columns text takes. */
  static int width(CharSequence text) {
    return text.codePoints().map(PlainText::columns).sum();
  }

  private static int columns(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE) {
      return 0;
    }
    boolean wide =
        (character >= 0x1100 && character <= 0x115f)
            || (character >= 0x2e80 && character <= 0xa4cf)
            || (character >= 0xac00 && character <= 0xd7a3)
            || (character >= 0xf900 && character <= 0xfaff)
            || (character >= 0xfe30 && character <= 0xfe6f)
            || (character >= 0xff00 && character <= 0xff60)
            || (character >= 0x1f300 && character <= 0x1faff)
            || (character >= 0x20000 && character <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
