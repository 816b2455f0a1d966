package dev.broadsheet.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes text as HTML that is safe within an element or an attribute's quotes, with {@code <mark>}
 * around what was found. Marks that overlap or touch become one.
 */
public final class MarkedHtml {
  private static final String BEGIN = "<mark>";
  private static final String END = "</mark>";

  /** All that is escaped is not above {@code >} or not below this. */
  private static final char DELETE = 0x7F;

  private final StringBuilder html = new StringBuilder();

  /** A whole text. */
  public static String of(String text, List<Mark> marks) {
    return new MarkedHtml().add(text, 0, text.length(), marks).toString();
  }

  /**
   * Adds a piece of a text.
   *
   * @param marks of the whole text, in its order
   */
  public MarkedHtml add(String text, int from, int to, List<Mark> marks) {
    int written = from;
    int i = 0;
    while (i < marks.size()) {
      int start = Math.max(marks.get(i).start(), from);
      int end = marks.get(i).end();
      for (i++; i < marks.size() && marks.get(i).start() <= end; i++) {
        end = Math.max(end, marks.get(i).end());
      }
      end = Math.min(end, to);
      if (start < end) {
        escape(text, written, start);
        html.append(BEGIN);
        escape(text, start, end);
        html.append(END);
        written = end;
      }
    }
    escape(text, written, to);
    return this;
  }

  /** Adds text that is safe as it is. */
  public MarkedHtml add(String safe) {
    html.append(safe);
    return this;
  }

  private void escape(String text, int from, int to) {
    int written = from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c <= '>' || c >= DELETE) {
        String escaped = escaped(c);
        if (escaped != null) {
          html.append(text, written, i).append(escaped);
          written = i + 1;
        }
      }
    }
    html.append(text, written, to);
  }

  private static @Nullable String escaped(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      // HTML has no way to write a control character, and reads some as other characters.
      default -> Character.isISOControl(c) ? " " : null;
    };
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
