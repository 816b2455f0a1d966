package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlTest {
  private static String written(String text) {
    byte[] bytes = Xml.bytes(xml -> xml.text("a", text, "b", text));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void markup_isEscaped() {
    assertThat(written("<i>&\"]]>"))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<a b=\"&lt;i&gt;&amp;&quot;]]&gt;\">&lt;i&gt;&amp;\"]]&gt;</a>");
  }

  @Test
  void charactersThatXmlForbids_areDropped() {
    assertThat(written("a\u0000b\u001bc\ufffed\ud800e")).endsWith("<a b=\"abcde\">abcde</a>");
  }

  @Test
  void otherCharacters_stay() {
    assertThat(written("é 🎉 汐\u0085")).endsWith(">é 🎉 汐\u0085</a>");
  }
}
