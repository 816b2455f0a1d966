package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedInflationTest {
  private static final String TEXT = "word ".repeat(100_000);

  private static InputStream open(long bytes, long freeBytes, long ratio) throws IOException {
    HashedInput packed = new HashedInput(new ByteArrayInputStream(CorpusFixture.gzip(TEXT)));
    return BoundedInflation.open(packed, new BoundedInflation.Bounds(bytes, freeBytes, ratio));
  }

  @Test
  void stream_isReadWithinItsBounds() throws IOException {
    try (InputStream in = open(500_000, 500_000, 1)) {
      assertThat(in.readAllBytes()).hasSize(500_000);
    }
  }

  @Test
  void stream_endsAtItsSize() throws IOException {
    try (InputStream in = open(499_999, 499_999, 1_000_000)) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
    }
  }

  @Test
  void stream_endsWhereItSwells() throws IOException {
    try (InputStream in = open(1L << 40, 100_000, 50)) {
      assertThatThrownBy(in::readAllBytes).hasMessageContaining("swells");
    }
  }
}
