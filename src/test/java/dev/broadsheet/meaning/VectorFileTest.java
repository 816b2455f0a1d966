package dev.broadsheet.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VectorFileTest {
  private static final VectorSpace SPACE = new VectorSpace("test", 4);
  private static final int RECORD = 16 + 4 + 4;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("test.vectors");
  }

  private static Vector vector(int number) {
    return Vector.of(new byte[] {127, (byte) number, 0, -1});
  }

  private void write(int from, int to) throws IOException {
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      for (int i = from; i < to; i++) {
        file.put("text " + i, vector(i));
      }
    }
  }

  @Test
  void vectors_areRememberedByTheirTexts() throws IOException {
    write(0, 3);
    write(2, 5);
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      assertThat(file.size()).isEqualTo(5);
      assertThat(file.get("text 4")).contains(vector(4));
      assertThat(file.get("text 5")).isEmpty();
    }
    assertThat(file()).hasSize(5L * RECORD);
  }

  @Test
  void whatACrashCutOff_isWrittenOver() throws IOException {
    write(0, 3);
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length - 5));
    write(7, 8);
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      assertThat(file.get("text 1")).contains(vector(1));
      assertThat(file.get("text 2")).isEmpty();
      assertThat(file.get("text 7")).contains(vector(7));
    }
  }

  @Test
  void whatADiskDamaged_isForgottenAlone() throws IOException {
    write(0, 3);
    byte[] bytes = Files.readAllBytes(file());
    bytes[RECORD + 18] ^= 1;
    Files.write(file(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      assertThat(file.get("text 0")).contains(vector(0));
      assertThat(file.get("text 1")).isEmpty();
      assertThat(file.get("text 2")).contains(vector(2));
    }
  }

  @Test
  void trimming_forgetsTheOldestThatAreNotUsed() throws IOException {
    write(0, 10);
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      assertThat(file.get("text 0")).isPresent();
      file.trim(3);
      assertThat(file.get("text 0")).contains(vector(0));
      assertThat(file.get("text 1")).isEmpty();
      assertThat(file.get("text 9")).contains(vector(9));
      file.put("text 20", vector(20));
    }
    try (VectorFile file = VectorFile.open(folder, SPACE)) {
      assertThat(file.size()).isEqualTo(4);
      assertThat(file.get("text 20")).isEqualTo(Optional.of(vector(20)));
    }
  }
}
