package dev.broadsheet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns marked HTML, as the engine makes it, into lines for a screen. In between, two private
 * characters that no safe text holds stand for the marks, so that they take no room.
 */
final class MarkedText {
  private static final char BEGIN = '\ue000';
  private static final char END = '\ue001';
  private static final String BOLD = "\033[1m";
  private static final String NOT_BOLD = "\033[22m";
  private static final Pattern ENTITY =
      Pattern.compile("&(?:(lt|gt|amp|quot|apos)|#(\\d{1,7})|#[xX](\\p{XDigit}{1,6}));");

  private MarkedText() {}

  /** Safe text with marks. */
  static String of(String html) {
    var text = new StringBuilder();
    int from = 0;
    Matcher tag = Pattern.compile("<(/?)mark>").matcher(html);
    while (tag.find()) {
      text.append(decoded(html.substring(from, tag.start())));
      text.append(tag.group(1).isEmpty() ? BEGIN : END);
      from = tag.end();
    }
    return text.append(decoded(html.substring(from))).toString().strip();
  }

  /** Safe, but with the spaces at its ends, which part it from what is marked. */
  private static String decoded(String html) {
    String text =
        ENTITY.matcher(html).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    return PlainText.withoutControls(text);
  }

  private static String character(MatchResult entity) {
    if (entity.group(1) != null) {
      return switch (entity.group(1)) {
        case "lt" -> "<";
        case "gt" -> ">";
        case "amp" -> "&";
        case "quot" -> "\"";
        default -> "'";
      };
    }
    int code =
        entity.group(2) != null
            ? Integer.parseInt(entity.group(2))
            : Integer.parseInt(entity.group(3), 16);
    return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
  }

  /** Broken into lines, with the marks in bold where the screen has it. */
  static List<String> lines(String marked, int width, int most, Screen screen) {
    List<String> lines = new ArrayList<>();
    boolean open = false;
    for (String line : PlainText.wrap(marked, width, most)) {
      String whole = (open ? BEGIN : "") + line;
      open = whole.lastIndexOf(BEGIN) > whole.lastIndexOf(END);
      lines.add(show(open ? whole + END : whole, screen));
    }
    return lines;
  }

  private static String show(String line, Screen screen) {
    return line.replace(String.valueOf(BEGIN), screen.hasColor() ? BOLD : "")
        .replace(String.valueOf(END), screen.hasColor() ? NOT_BOLD : "");
  }
}
