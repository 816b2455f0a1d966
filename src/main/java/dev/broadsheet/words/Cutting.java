package dev.broadsheet.words;

import java.util.List;

/**
 * A piece of a sentence that is too long to be shown whole.
 *
 * @param start where the piece begins
 * @param end where it ends
 * @param cutStart whether the sentence begins before it
 * @param cutEnd whether the sentence goes on behind it
 */
public record Cutting(int start, int end, boolean cutStart, boolean cutEnd) {
  private static final String ELLIPSIS = "…";

  /** What the piece may have; the rest is for an ellipsis at both ends. */
  private static final int ROOM = SnippetMaker.MAX_LENGTH - 2;

  /** How much of the room is for what leads up to the first mark. */
  private static final int LEAD = ROOM / 4;

  /**
   * How far a border is looked for between words; further, in a script without spaces, say, not.
   */
  private static final int MAX_WORD = 40;

  private static final String HANGING = " ,;:–—-";

  /** The piece of a sentence with the most different marks. */
  public static Cutting of(String text, int from, int to, List<Mark> marks) {
    List<Mark> inside =
        marks.stream().filter(mark -> mark.start() >= from && mark.start() < to).toList();
    if (inside.isEmpty()) {
      return at(text, from, to, from, from);
    }
    Mark first = inside.get(densest(inside));
    int start = Math.max(from, Math.min(first.start() - LEAD, to - ROOM));
    return at(text, from, to, start, first.start());
  }

  private static Cutting at(String text, int from, int to, int wanted, int firstMark) {
    int start = wanted <= from ? from : startOfWord(text, wanted, firstMark);
    int end = to - start <= ROOM ? to : endOfWord(text, start + ROOM, start);
    return new Cutting(start, end, start > from, end < to);
  }

  /** The first mark of those that show the most words together. */
  private static int densest(List<Mark> marks) {
    int best = 0;
    int most = 0;
    int[] counts = new int[Long.SIZE];
    int distinct = 0;
    int end = 0;
    for (int start = 0; start < marks.size(); start++) {
      int reach = marks.get(start).start() + ROOM - LEAD;
      for (; end < marks.size() && marks.get(end).end() <= reach; end++) {
        distinct += counts[bit(marks.get(end))]++ == 0 ? 1 : 0;
      }
      if (distinct > most) {
        most = distinct;
        best = start;
      }
      if (end > start) {
        distinct -= --counts[bit(marks.get(start))] == 0 ? 1 : 0;
      } else {
        end = start + 1;
      }
    }
    return best;
  }

  private static int bit(Mark mark) {
    return Math.min(mark.word(), Long.SIZE - 1);
  }

  /** The first start of a word from a place on, before a mark. */
  private static int startOfWord(String text, int place, int mark) {
    int space = text.indexOf(' ', place - 1);
    return space >= 0 && space < Math.min(mark, place + MAX_WORD)
        ? space + 1
        : Math.min(mark, TextBorders.atOrAfter(text, place));
  }

  /** The last end of a word before a place, without what would hang in the air there. */
  private static int endOfWord(String text, int place, int start) {
    int space = text.lastIndexOf(' ', place);
    int end =
        space > Math.max(start, place - MAX_WORD) ? space : TextBorders.atOrBefore(text, place);
    int hanging = end;
    while (hanging > start && HANGING.indexOf(text.charAt(hanging - 1)) >= 0) {
      hanging--;
    }
    return hanging > start ? hanging : end;
  }

  /** The piece as HTML, with an ellipsis where it was cut off. */
  public String html(String text, List<Mark> marks) {
    return new MarkedHtml()
        .add(cutStart ? ELLIPSIS : "")
        .add(text, start, end, marks)
        .add(cutEnd ? ELLIPSIS : "")
        .toString();
  }
}
