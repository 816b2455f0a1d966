package dev.broadsheet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text, some of which is marked. An engine gives HTML that is safe; taken apart here and
 * escaped again by the template, it is safe whatever the engine does.
 *
 * @param pieces side by side
 */
public record MarkedText(List<Piece> pieces) {
  private static final Pattern TAG = Pattern.compile("<(/?)mark>");
  private static final Pattern ENTITY = Pattern.compile("&(?:(lt|gt|amp|quot)|#39);");

  /** Copies the pieces. */
  public MarkedText {
    pieces = List.copyOf(pieces);
  }

  /**
   * A part of the text.
   *
   * @param text plain
   * @param marked whether it is what was looked for
   */
  public record Piece(String text, boolean marked) {}

  /** Text with nothing marked. */
  public static MarkedText plain(String text) {
    return new MarkedText(List.of(new Piece(text, false)));
  }

  /** What an engine marked, as {@code Hit.Highlight} describes it. */
  public static MarkedText ofHtml(String html) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    boolean marked = false;
    Matcher tag = TAG.matcher(html);
    while (tag.find()) {
      add(pieces, html.substring(from, tag.start()), marked);
      marked = tag.group(1).isEmpty();
      from = tag.end();
    }
    add(pieces, html.substring(from), marked);
    return new MarkedText(pieces);
  }

  private static void add(List<Piece> pieces, String html, boolean marked) {
    if (!html.isEmpty()) {
      pieces.add(new Piece(ENTITY.matcher(html).replaceAll(MarkedText::character), marked));
    }
  }

  private static String character(MatchResult entity) {
    return switch (entity.group(1)) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case null, default -> "'";
    };
  }
}
