package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each kind of trouble. */
class ProblemTableTest {
  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  /** In the front matter the newline is written as |; its first line is the second of the file. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "title: x|quality: high =>"
            + " 3: quality: 'high' is not a number (expected a number such as 88)",
        "title: x|quality: .inf =>"
            + " 3: quality: '.inf' is not a number (expected a number such as 88)",
        "title: x|quality: 1e999 =>"
            + " 3: quality: '1e999' is not a number (expected a number such as 88)",
        "title: x|heat: 'null' =>"
            + " 3: heat: 'null' is not a number (expected a number such as 88)",
        "title: x|quality: [1] =>"
            + " 3: quality: a list is not a number (expected a number such as 88)",
        "title: x|publishedDateTime: 2019-13-01 => 3: publishedDateTime: '2019-13-01' is not a date"
            + " (expected ISO-8601 such as 2019-12-20T20:43:00Z)",
        "title: x|length: 3 min => 3: length: '3 min' is not a duration (expected ISO-8601 such as"
            + " PT3M20S)",
        "title: x|length: -PT5S => 3: length: '-PT5S' is not a duration (expected ISO-8601 such as"
            + " PT3M20S)",
        "title: x|published: maybe => 3: published: 'maybe' is not a boolean (expected true or"
            + " false)",
        "title: x|sourceUrl: mailto:a@b.c => 3: sourceUrl: 'mailto:a@b.c' can't be followed"
            + " (expected a URL such as https://example.com/a)",
        "title: x|webUrl: java&#9;script:x => 3: webUrl: 'javascript:x' can't be followed (expected"
            + " a URL such as https://example.com/a)",
        "title: x|topics: {a: b} => 3: topics: found a mapping (expected a list of text)",
        "title: x|topics:|  - a|  - [b] => 5: topics: found a list (expected text in this list)",
        "title: x|related: 5 => 3: related: found text (expected a list)",
        "title: x|provider: [a] => 3: provider: found a list (expected name, domain and images)",
        "title: x|provider:|  name: [a] => 4: provider: name: found a list (expected text)",
        "title: x|images: {url: a} => 3: images: found a mapping (expected a list)",
        "title: x|images: [a] => 3: images: found text (expected url, width, height)",
        "title: x|images:|  - url: a|    width: -1 => 5: images: width: '-1' is not a whole number"
            + " (expected a number of pixels such as 640)",
        "title: [x] => 2: title: found a list (expected text)",
        "excerpt: x => 2: title is missing (expected the headline)",
        "excerpt: x|title: ' ' => 3: title is missing (expected the headline)",
        "title: x|quality: 1|title: y => 4: the key 'title' is given twice, first on line 2"
            + " (expected it once)",
        "title: x|foo: 1|foo: 2 => 4: a key is given twice, first on line 3 (expected it once)",
        "title: x|provider: {name: a, name: b} => 3: the key 'name' is given twice, first on line 3"
            + " (expected it once)",
        "- title: x => 2: found a list (expected keys and values: 'title: ...')",
        "just text => 2: found text (expected keys and values: 'title: ...')",
        "title: x|--- more => 3: a second YAML document starts here (expected one in a file)",
        "title: a: b => 2: not valid YAML: a ':' is not allowed here (expected quotes around a text"
            + " that holds ': ')",
        "title: 'x|quality: 1 => 3: not valid YAML: a quote is not closed (expected it before the"
            + " end); it is about what starts on line 2",
        "title: x|@y: z => 3: not valid YAML: a character that no value can start with (expected"
            + " quotes around it)",
        "title: x|topics: [a, b => 3: not valid YAML: a list is not closed (expected ',' or ']')",
        "title: x|topics: *t => 3: an alias names nothing (expected an anchor above it)",
        "title: x|topics: &t [a, *t] => 3: an alias stands inside of what it names (expected an"
            + " anchor that is complete)",
        "foo: &f bar|title: *f => 3: an alias names something of a key that is not kept (expected"
            + " the value itself)",
        "title: x|  - y\u0097 => 3: not valid YAML: the character U+0097 is not allowed (expected"
            + " it as \"\\u0097\" in double quotes, or not at all)",
      })
  void document_isRejectedWithLineAndReason(String frontMatter, String problem) {
    CorpusFixture.Reading reading =
        corpus.read("d/a.md", "---\n" + frontMatter.replace("|", "\n") + "\n---\n");
    assertThat(reading.messages()).containsExactly("d/a.md:" + problem);
    assertThat(reading.problems().getFirst().scope()).isEqualTo(CorpusProblem.Scope.FILE);
    assertThat(reading.mentions()).isEmpty();
  }

  @Test
  void allThatIsWrong_isTold() {
    assertThat(corpus.document("quality: a\nheat: b\npublished: c").problems())
        .extracting(CorpusProblem::line)
        .containsExactlyInAnyOrder(3, 4, 5);
  }

  @Test
  void invalidUtf8_isReportedWithItsLine() {
    corpus.write(
        "a.md", "---\r\ntitle: caf\u00e9\r\n---\r\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(corpus.read("a.md").messages())
        .containsExactly("a.md:2: the byte 0xE9 is not valid UTF-8 (expected text in UTF-8)");
  }

  @Test
  void replacementCharacter_isValidWhereItIsMeant() {
    assertThat(corpus.document("excerpt: a\uFFFDb").article().text().excerpt())
        .contains("a\uFFFDb");
  }

  @Test
  void largeFile_isRejected(@TempDir Path root) {
    CorpusFixture small = new CorpusFixture(root, new CorpusLimits(20, 100, 5, 5, 100));
    CorpusFixture.Reading reading = small.read("a.md", "---\ntitle: x\n---\nmuch more");
    assertThat(reading.messages())
        .containsExactly("a.md:1: the file is too large (expected at most 20 bytes)");
    assertThat(reading.hash()).isEqualTo(small.reader().hash(new CorpusFile("a.md", 0, 0)));
  }

  @Test
  void fileOfTheLimit_isRead(@TempDir Path root) {
    CorpusFixture small = new CorpusFixture(root, new CorpusLimits(16, 100, 5, 5, 100));
    assertThat(small.read("a.md", "---\ntitle: x\n---").mentions()).hasSize(1);
  }

  @Test
  void vanishedFile_isReported() {
    CorpusFixture.Reading reading = corpus.read("gone.md");
    assertThat(reading.messages()).containsExactly("gone.md:1: can't be read: no such file");
    assertThat(reading.hash()).isEmpty();
    assertThat(corpus.reader().hash(new CorpusFile("gone.md", 0, 0))).isEmpty();
  }

  @Test
  void pathOutsideOfTheCorpus_isNotRead(@TempDir Path other) {
    new CorpusFixture(other).write("x.md", "---\ntitle: x\n---");
    String path = corpus.root().relativize(other.resolve("x.md")).toString();
    assertThat(corpus.read(path).problems().getFirst().message())
        .isEqualTo("can't be read: the link leads out of the corpus (expected a file inside)");
  }

  @Test
  void longValue_isCutAndEscaped() {
    assertThat(corpus.document("quality: \"a\\nb" + "x".repeat(100) + "\"").messages())
        .containsExactly(
            "a.md:3: quality: 'a\\u000ab"
                + "x".repeat(57)
                + "…' is not a number (expected a number such as 88)");
  }

  @Test
  void longTopic_isRejected() {
    assertThat(corpus.document("topics: [" + "x".repeat(1001) + "]").messages().getFirst())
        .startsWith("a.md:3: topics: 'xxx")
        .endsWith("…' has 1001 characters (expected at most 1,000)");
  }

  @Test
  void problem_isOneLineWhateverThePath() {
    assertThat(new CorpusProblem("a\nb.md", 0, "m", CorpusProblem.Scope.FILE))
        .hasToString("a\\u000ab.md:1: m");
  }
}
