package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands under a key that is not kept is told nowhere. */
class SecretsTest {
  private CorpusFixture corpus;

  @BeforeEach
  void corpus(@TempDir Path root) {
    corpus = new CorpusFixture(root);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secured: \"QRSTUV",
        "secured: QRSTUV: QRSTUV",
        "secured: \"\\QRSTUV\"",
        "secured: %QRSTUV",
        "secured: @QRSTUV",
        "secured: [QRSTUV",
        "secured: {QRSTUV",
        "secured: *QRSTUV",
        "secured: &[QRSTUV x",
        "secured: !QRSTUV!x y",
        "secured: !<QRSTUV y",
        "secured: |QRSTUV",
        "secured: {QRSTUV: 1, QRSTUV: 2}",
        "QRSTUV: 1\nQRSTUV: 2",
        "secured: &a QRSTUV\nquality: *a",
        "secured: &a [QRSTUV]\nquality: *a",
        "secured: QRSTUV\u0097",
        "secured: \"\\xQRSTUV\"",
        "secured: 'QRSTUV' QRSTUV",
        "secured: !!QRSTUV:%zz x\n y: z",
        "%QRSTUV x\nsecured: QRSTUV",
      })
  void brokenSecret_isNotQuoted(String keys) {
    CorpusFixture.Reading reading = corpus.document(keys);
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.messages().getFirst()).doesNotContainPattern("[QRSTUV]{2}|'Q|Q\\b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"secured\": \"QRSTUV",
        "\"secured\": QRSTUV}",
        "\"secured\": \"\\QRSTUV\"}",
        "\"secured\": {\"QRSTUV\": 1, \"QRSTUV\": 2}}",
        "\"secured\": 12QRSTUV}",
        "\"secured\": nulQRSTUV}",
        "\"secured\": \"QRSTUV\"} QRSTUV",
        "\"secured\": \"a\tQRSTUV\"}",
      })
  void brokenSecretOfAFeed_isNotQuoted(String json) {
    CorpusFixture.Reading reading = corpus.read("a.jsonl", "{\"title\": \"x\", " + json);
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.messages().getFirst()).doesNotContainPattern("[QRSTUV]{2}|'Q|Q\\b");
  }

  @Test
  void secret_isKeptNowhere() {
    CorpusFixture.Reading reading =
        corpus.document("secured: QRSTUV\nother: {title: QRSTUV}\nprovider: {name: n, x: QRSTUV}");
    assertThat(reading.mentions()).hasSize(1);
    assertThat(reading.mentions().toString()).doesNotContain("QRSTUV");
  }
}
