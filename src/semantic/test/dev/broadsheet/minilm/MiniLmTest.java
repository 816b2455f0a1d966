package dev.broadsheet.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.Models;
import dev.broadsheet.meaning.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MiniLmTest {
  private static Embedder embedder;

  @BeforeAll
  static void load() {
    embedder = Models.open();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  private static double alike(String one, String other) {
    byte[] a = embedder.embed(one).bytes();
    byte[] b = embedder.embed(other).bytes();
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      lengthA += a[i] * a[i];
      lengthB += b[i] * b[i];
    }
    return product / Math.sqrt(lengthA * lengthB);
  }

  @Test
  void textsThatSayTheSame_areNear() {
    assertThat(alike("robot doctors", "AI outperforms radiologists"))
        .isGreaterThan(alike("robot doctors", "Parliament passes the budget") + 0.2);
  }

  @Test
  void theSameText_hasTheSameVector() {
    Vector first = embedder.embed("Flood barrier opens");
    embedder.embed("something quite different, and a good deal longer than the other");
    assertThat(embedder.embed("Flood barrier opens")).isEqualTo(first);
  }

  @Test
  void anyText_hasAVector() {
    assertThat(embedder.embed("").dimensions()).isEqualTo(384);
    assertThat(embedder.embed("\ud83d\ude00 \u0000 \ud800 中文 " + "word ".repeat(5000)).dimensions())
        .isEqualTo(384);
  }

  @Test
  void pieces_areThoseOfTheModel() throws IOException {
    try (InputStream vocabulary =
        Objects.requireNonNull(
            MiniLmTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json"))) {
      WordPieces pieces = WordPieces.read(vocabulary);
      assertThat(pieces.of("Hello, world!", 128)).containsExactly(101, 7592, 1010, 2088, 999, 102);
      assertThat(pieces.of("Héllo", 128)).containsExactly(101, 7592, 102);
      assertThat(pieces.of("hello hello hello", 4)).containsExactly(101, 7592, 7592, 102);
    }
  }
}
