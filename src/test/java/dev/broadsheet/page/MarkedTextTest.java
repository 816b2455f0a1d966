package dev.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.page.MarkedText.Piece;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
  @Test
  void marks_partTheText() {
    assertThat(MarkedText.ofHtml("The <mark>flood</mark> barrier").pieces())
        .containsExactly(
            new Piece("The ", false), new Piece("flood", true), new Piece(" barrier", false));
  }

  @Test
  void entities_areDecodedOnce() {
    assertThat(MarkedText.ofHtml("&lt;b&gt; &amp;amp; &quot;it&#39;s&quot;").pieces())
        .containsExactly(new Piece("<b> &amp; \"it's\"", false));
  }

  @Test
  void otherTags_areText() {
    assertThat(MarkedText.ofHtml("<script>&copy;").pieces())
        .containsExactly(new Piece("<script>&copy;", false));
  }

  @Test
  void plainText_isLeftAsItIs() {
    assertThat(MarkedText.plain("<mark>&lt;").pieces())
        .containsExactly(new Piece("<mark>&lt;", false));
  }
}
