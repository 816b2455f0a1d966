package dev.broadsheet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
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
  void whatIsOnlyForReaders_isLeftOut() {
    assertThat(joined("// One\nexport const a = 1;\n\n  /**\n   * Two\n   */\n  d(a, {b: 2});\n"))
        .isEqualTo("const a=1;d(a,{b:2});");
  }

  @Test
  void whatIsOnlyForThePage_isLeftOut() {
    assertThat(source).contains(".bs-root{").doesNotContain(".bs-masthead");
  }

  @Test
  void textsAndExpressions_stayAsTheyAre() {
    String kept = "f(\"a // b : \\\" c\",`${d} , e`,/[+ /] = /,g / 2 / h);";
    assertThat(joined(kept)).isEqualTo(kept);
  }

  @Test
  void texts_areDocumented() throws IOException {
    String table = Files.readString(Path.of("docs", "component.md"));
    var texts = Pattern.compile("\"([a-z-]+)\":(\\[)?\"([^\"]*)\"").matcher(texts());
    assertThat(texts.results())
        .hasSizeGreaterThan(50)
        .allSatisfy(text ->
            assertThat(table)
                .contains(
                    text.group(2) == null
                        ? "| `" + text.group(1) + "` | " + text.group(3) + " |"
                        : "| `" + text.group(1) + "-one`, `-other` | " + text.group(3) + ", "));
  }

  private String texts() {
    int begin = source.indexOf("const ENGLISH={");
    return source.substring(begin, source.indexOf("};", begin));
  }

  private static String joined(String module) {
    Map<String, String> files = Map.of("component/dom.js", module, "broadsheet.css", "");
    return ComponentSource.joined(name -> files.getOrDefault(name, ""));
  }
}
