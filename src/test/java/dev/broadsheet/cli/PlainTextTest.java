package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final Screen TERMINAL =
      new Screen(Screen.print(OutputStream.nullOutputStream()), true, true, 80);
  private static final Screen FILE = Screen.plain(OutputStream.nullOutputStream());

  @Test
  void controlCharacters_areTakenOut() {
    assertThat(PlainText.safe("a\033[31mb\u009b1mc\nd\u202ee")).isEqualTo("a [31mb 1mc d e");
  }

  @Test
  void text_isBrokenAtSpaces_andCutWithAnEllipsis() {
    assertThat(PlainText.wrap("one two three four five", 9, 2))
        .containsExactly("one two", "three …");
  }

  @Test
  void wideCharacters_takeTwoColumns() {
    assertThat(PlainText.width("日本 e\u0301")).isEqualTo(6);
  }

  @Test
  void marks_areBoldOnATerminal_alsoAcrossLines() {
    String marked = MarkedText.of("A &lt;b&gt; <mark>c d</mark> &amp;#x27;");

    assertThat(MarkedText.lines(marked, 8, 3, TERMINAL))
        .containsExactly("A <b> \033[1mc\033[22m", "\033[1md\033[22m &#x27;");
  }

  @Test
  void marks_areDroppedElsewhere() {
    assertThat(MarkedText.lines(MarkedText.of("<mark>Face</mark>book &quot;x&#39;"), 80, 1, FILE))
        .containsExactly("Facebook \"x'");
  }

  @Test
  void entityOfAControlCharacter_isTakenOutToo() {
    assertThat(MarkedText.of("a&#27;[2Jb")).isEqualTo("a [2Jb");
  }
}
