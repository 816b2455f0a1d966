package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {
  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  private static String titles(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"title\": \"title " + i + " " + i * 7919L % 104_729 + "\"}\n")
        .collect(Collectors.joining());
  }

  @Test
  void eachLine_isADocument() {
    CorpusFixture.Reading reading =
        corpus.read(
            "a.jsonl",
            "\uFEFF{\"title\": \"one\"}\r\n \n{\"title\": \"two\", \"related\": [{\"title\": \"r\"}]}");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.mentions())
        .extracting(Mention::source)
        .containsExactly(
            new Mention.Source("a.jsonl", 1, 0),
            new Mention.Source("a.jsonl", 3, 0),
            new Mention.Source("a.jsonl", 3, 1));
  }

  @Test
  void numbersAndWords_areTextAsWritten() {
    Article article =
        corpus
            .read("a.jsonl", "{\"title\": 1.50e3, \"topics\": [007.0, true]}".replace("007", "7"))
            .article();
    assertThat(article.text().title()).isEqualTo("1.50e3");
    assertThat(article.labels().topics()).containsExactly("7.0", "true");
  }

  @Test
  void jsonNull_isAbsent() {
    Article article =
        corpus
            .read(
                "a.jsonl",
                "{\"title\":\"x\",\"excerpt\":null,\"quality\":null,\"topics\":[null],\"images\":null}")
            .article();
    assertThat(article.text().excerpt()).isEmpty();
    assertThat(article.scores().quality()).isEmpty();
    assertThat(article.labels().topics()).isEmpty();
  }

  @Test
  void body_isMarkdown() {
    assertThat(
            corpus
                .read("a.jsonl", "{\"title\":\"x\",\"body\":\"a *b*\\n\\nc\"}")
                .article()
                .text()
                .body())
        .contains("a b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "[1] => found a list (expected a JSON object: {\"title\": ...})",
        "{\"title\":\"a\"} {} => a second JSON value follows (expected one on a line)",
        "{\"title\":\"a\" => not valid JSON near column 13 (expected one object, complete on its"
            + " line)",
        "{'title':1} => not valid JSON near column 2 (expected one object, complete on its line)",
        "{\"title\":1,\"title\":2} => the key 'title' is given twice, first on line 2 (expected it"
            + " once)",
        "{\"x\":1,\"x\":2} => a key is given twice, first on line 2 (expected it once)",
        "{\"title\":1,\"quality\":\"high\",\"heat\":\"b\"} => quality: 'high' is not a number"
            + " (expected a number such as 88)",
        "{\"title\":1,\"quality\":NaN} => not valid JSON near column 25 (expected one object,"
            + " complete on its line)",
        "{} => title is missing (expected the headline)",
      })
  void badLine_isRejectedAlone(String line, String message) {
    CorpusFixture.Reading reading =
        corpus.read("a.jsonl", "{\"title\":\"x\"}\n" + line + "\n{\"title\":\"z\"}\n");
    assertThat(reading.messages()).containsExactly("a.jsonl:2: " + message);
    assertThat(reading.problems().getFirst().scope()).isEqualTo(Scope.LINE);
    assertThat(reading.mentions())
        .extracting(mention -> mention.article().text().title())
        .containsExactly("x", "z");
  }

  @Test
  void invalidUtf8_isRejectedAlone() {
    byte[] bytes =
        "{\"title\":\"a\"}\n{\"title\":\"?\"}\n{\"title\":\"c\"}"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    bytes[24] = (byte) 0xC0;
    corpus.write("a.jsonl", bytes);
    CorpusFixture.Reading reading = corpus.read("a.jsonl");
    assertThat(reading.messages())
        .containsExactly("a.jsonl:2: the byte 0xC0 is not valid UTF-8 (expected text in UTF-8)");
    assertThat(reading.mentions()).hasSize(2);
  }

  @Test
  void longLine_isPassedOver(@TempDir Path root) {
    CorpusFixture small = new CorpusFixture(root, new CorpusLimits(100, 1000, 5, 5, 100));
    String longLine = "{\"title\": \"" + "x".repeat(500_000) + "\"}\n";
    CorpusFixture.Reading reading =
        small.read(
            "a.jsonl", "{\"title\": \"a\"}\n" + longLine + "{\"title\": \"b\"}\n" + longLine);
    assertThat(reading.messages())
        .containsExactly(
            "a.jsonl:2: the line is too long (expected at most 1000 bytes)",
            "a.jsonl:4: the line is too long (expected at most 1000 bytes)");
    assertThat(reading.mentions()).hasSize(2);
  }

  @Test
  void largeFeed_isReadWhole() {
    CorpusFixture.Reading reading = corpus.read("a.jsonl", titles(20_000));
    assertThat(reading.mentions()).hasSize(20_000);
    assertThat(reading.hash()).isEqualTo(corpus.reader().hash(new CorpusFile("a.jsonl", 0, 0)));
  }

  @Test
  void feedParsedByManyThreads_isToldInItsOrder() {
    String some = titles(1000) + "{\"title\": [\n";
    corpus.write("a.jsonl", some.repeat(50));
    CorpusFixture.Reading alone = corpus.read("a.jsonl");
    try (ExecutorService helpers = Executors.newFixedThreadPool(3)) {
      CorpusFixture.Reading shared = corpus.read("a.jsonl", helpers);
      assertThat(shared).isEqualTo(alone);
    }
    assertThat(alone.mentions())
        .hasSize(50_000)
        .extracting(mention -> mention.source().line())
        .isSorted();
    assertThat(alone.problems()).hasSize(50);
  }

  @Test
  void gzip_isReadWithAllItsMembers() throws Exception {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(CorpusFixture.gzip(titles(1000)));
    members.write(CorpusFixture.gzip(titles(500)));
    corpus.write("a.jsonl.GZ", members.toByteArray());
    CorpusFixture.Reading reading = corpus.read("a.jsonl.GZ");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.mentions()).hasSize(1500);
    assertThat(reading.hash()).isEqualTo(corpus.reader().hash(new CorpusFile("a.jsonl.GZ", 0, 0)));
  }

  @Test
  void gzipThatBreaksOff_keepsTheLinesBefore() {
    byte[] whole = CorpusFixture.gzip(titles(50_000));
    corpus.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
    CorpusFixture.Reading reading = corpus.read("a.jsonl.gz");
    assertThat(reading.mentions()).hasSizeGreaterThan(1000);
    CorpusProblem problem = reading.problems().getFirst();
    assertThat(reading.problems()).hasSize(1);
    assertThat(problem.scope()).isEqualTo(Scope.REST);
    assertThat(problem.line()).isEqualTo(reading.mentions().size() + 1);
    assertThat(problem.message())
        .isEqualTo(
            "the file breaks off here: the end is missing (expected more lines, or its end)");
    assertThat(reading.hash()).isEqualTo(corpus.reader().hash(new CorpusFile("a.jsonl.gz", 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({"''", "plain text"})
  void whatIsNotGzip_isAProblemOfTheFile(String content) {
    CorpusFixture.Reading reading = corpus.read("a.jsonl.gz", content);
    assertThat(reading.messages())
        .containsExactly("a.jsonl.gz:1: not a gzip file (expected one, by its name)");
    assertThat(reading.problems().getFirst().scope()).isEqualTo(Scope.FILE);
  }
}
