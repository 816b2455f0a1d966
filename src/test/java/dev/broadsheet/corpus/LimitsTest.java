package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file that would grow without bound. */
class LimitsTest {
  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  @Test
  void aliasBomb_ends() {
    String bomb =
        IntStream.range(1, 6)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]")
            .collect(Collectors.joining("\n"));
    assertThat(corpus.document("a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + bomb).messages())
        .containsExactly(
            "a.md:8: the document holds too many values, those behind aliases counted each time"
                + " (expected at most 200000)");
  }

  @Test
  void manyAliases_end() {
    assertThat(corpus.document("tags: &t [x]\nfoo: [" + "*t,".repeat(51) + "]").messages())
        .containsExactly("a.md:4: too many aliases of lists and mappings (expected at most 50)");
  }

  @Test
  void textBehindAliases_ends() {
    String keys = "excerpt: &e " + "x".repeat(1 << 20) + "\ntopics: [" + "*e,".repeat(9) + "]";
    assertThat(corpus.document(keys).messages())
        .containsExactly(
            "a.md:4: aliases repeat too much text (expected at most 8388608 characters behind"
                + " them)");
  }

  @Test
  void deepLists_end() {
    assertThat(corpus.document("x: " + "[".repeat(100_000)).messages())
        .containsExactly(
            "a.md:3: lists and mappings are nested too deeply (expected at most 50 levels)");
  }

  @Test
  void deepMappings_end() {
    assertThat(corpus.document("x: " + "{a: ".repeat(100_000)).messages())
        .containsExactly(
            "a.md:3: lists and mappings are nested too deeply (expected at most 50 levels)");
  }

  @Test
  void deepJson_ends() {
    assertThat(corpus.read("a.jsonl", "{\"x\":" + "[".repeat(100_000)).messages())
        .containsExactly(
            "a.jsonl:1: lists and mappings are nested too deeply (expected at most 50 levels)");
  }

  @Test
  void recursiveAlias_isAProblem() {
    assertThat(corpus.document("provider: &p {name: *p}").messages())
        .containsExactly(
            "a.md:3: an alias stands inside of what it names (expected an anchor that is complete)");
  }
}
