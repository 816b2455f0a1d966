package dev.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ComponentSourceTest {
  private static final int LIMIT = 20_000;

  private final String source = PageFile.COMPONENT.text();

  @Test
  void component_isSmall() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(source.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(packed.size()).isLessThan(LIMIT);
  }

  @Test
  void component_isOneModule() {
    assertThat(source).doesNotContainPattern("(?m)^(import|export)\\b");
  }

  @Test
  void component_holdsTheStyleSheet() {
    assertThat(source).contains(".bs-popup{").doesNotContain("\"broadsheet.css\"");
  }

  @Test
  void component_takesNoMarkupFromAnyone() {
    assertThat(source)
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void remarks_areLeftOut_whatLooksLikeOneIsNot() {
    Map<String, String> files =
        Map.of(
            "component/dom.js", "// One\nexport const a = \"http://b\"; // c\n\n  /**\n   * Two\n   */\n  d();\n",
            "broadsheet.css", "a { b: \"c\" }\n");
    assertThat(ComponentSource.joined(name -> files.getOrDefault(name, "")))
        .isEqualTo("const a = \"http://b\"; // c\nd();\n");
  }
}
