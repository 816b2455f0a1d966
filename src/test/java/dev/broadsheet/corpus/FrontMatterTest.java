package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: T\n---\nB",
        "\uFEFF---\ntitle: T\n---\nB",
        "---\r\ntitle: T\r\n---\r\nB",
        "---\rtitle: T\r---\rB",
        "--- \t\ntitle: T\n---  \nB",
        "---\ntitle: T\n...\nB",
        "---\ntitle: T\n---\n\n\nB\n",
      })
  void article_isReadInEachForm(String file) {
    var text = corpus.read("a.md", file).article().text();
    assertThat(text.title()).isEqualTo("T");
    assertThat(text.body()).contains("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "a.markdown", "a.yaml", "a.YML"})
  void frontMatter_isReadFromEachKindOfFile(String path) {
    assertThat(corpus.read(path, "---\ntitle: T\n---\nB").article().text().body()).contains("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: T",
        "title: T\n",
        "---\ntitle: T\n",
        "# remark\n---\ntitle: T\n",
        "%YAML 1.2\n---\ntitle: T\n",
        "{\"title\": \"T\"}",
        "--- {title: T}",
      })
  void yamlFile_mayBeADocumentAsAWhole(String file) {
    var text = corpus.read("a.yaml", file).article().text();
    assertThat(text.title()).isEqualTo("T");
    assertThat(text.body()).isEqualTo(Optional.empty());
  }

  @Test
  void yamlFile_mayHoldItsBodyInAKey() {
    assertThat(corpus.read("a.yaml", "title: T\nbody: |\n  # Head\n  word").article().text().body())
        .contains("Head word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "title: T\n", "\n---\ntitle: T\n---\n", "----\ntitle: T\n----\n"})
  void markdownWithoutFrontMatter_isAProblem(String file) {
    assertThat(corpus.read("a.md", file).messages())
        .containsExactly("a.md:1: no front matter (expected '---' as the first line)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "---\ntitle: T\n", "---\ntitle: T\n --- \n"})
  void unclosedFrontMatter_isAProblem(String file) {
    assertThat(corpus.read("a.md", file).messages())
        .containsExactly("a.md:1: the front matter is not closed (expected a line '---' below it)");
  }

  @Test
  void emptyFrontMatter_hasNoTitle() {
    assertThat(corpus.read("a.md", "---\n---\n").messages())
        .containsExactly("a.md:2: title is missing (expected the headline)");
  }

  @Test
  void line_doesNotCountWhatEditorsDoNot() {
    assertThat(corpus.document("excerpt: \"a\u2028b\u2029c\u0085d\"\nquality: x").messages())
        .containsExactly("a.md:4: quality: 'x' is not a number (expected a number such as 88)");
  }

  @Test
  void line_countsEachCarriageReturn() {
    assertThat(corpus.read("a.md", "---\rtitle: T\r\nquality: x\r---\r").messages())
        .containsExactly("a.md:3: quality: 'x' is not a number (expected a number such as 88)");
  }
}
