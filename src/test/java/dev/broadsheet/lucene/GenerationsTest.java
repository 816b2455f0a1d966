package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GenerationsTest {
  @TempDir private Path index;
  private Generations generations;

  @BeforeEach
  void open() {
    generations = new Generations(index);
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(Files.createDirectory(index.resolve(name)).resolve("segment"), "x");
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(index)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void noPointer_noGeneration() throws IOException {
    make("gen-000001");
    assertThat(generations.current()).isEmpty();
  }

  @Test
  void noFolder_noGeneration() throws IOException {
    assertThat(new Generations(index.resolve("missing")).current()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "gen-",
        "gen-1",
        "gen-0000000001",
        "../gen-000001",
        "gen-000001/..",
        "x"
      })
  void badPointer_isSaidWithItsPath(String content) throws IOException {
    Files.writeString(index.resolve("CURRENT"), content);
    assertBadPointerIsSaid();
  }

  @Test
  void pointerOfBytesThatAreNoText_isSaidWithItsPath() throws IOException {
    Files.write(index.resolve("CURRENT"), new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, 0});
    assertBadPointerIsSaid();
  }

  private void assertBadPointerIsSaid() {
    assertThatThrownBy(() -> generations.current())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(index.resolve("CURRENT").toString())
        .hasMessageContaining("does not name a generation");
  }

  @Test
  void published_isCurrent() throws IOException {
    generations.publish("gen-000001");
    assertThat(generations.current()).hasValue("gen-000001");
  }

  @Test
  void publishing_replacesThePointerAndLeavesNothingElse() throws IOException {
    generations.publish("gen-000001");
    generations.publish("gen-000002");
    assertThat(generations.current()).hasValue("gen-000002");
    assertThat(names()).containsExactly("CURRENT");
  }

  @Test
  void publishing_replacesABadPointer() throws IOException {
    Files.writeString(index.resolve("CURRENT"), "broken");
    generations.publish("gen-000003");
    assertThat(generations.current()).hasValue("gen-000003");
  }

  @Test
  void firstName_isNumberOne() throws IOException {
    assertThat(generations.next()).isEqualTo("gen-000001");
  }

  @Test
  void nextName_comesAfterTheHighest_notIntoAGap() throws IOException {
    make("gen-000002", "gen-000009", "gen-000004");
    assertThat(generations.next()).isEqualTo("gen-000010");
  }

  @Test
  void nextName_growsBeyondSixDigits() throws IOException {
    make("gen-999999");
    assertThat(generations.next()).isEqualTo("gen-1000000");
    generations.publish(generations.next());
    assertThat(generations.current()).hasValue("gen-1000000");
  }

  @Test
  void foldersOfOtherNames_areNotCounted() throws IOException {
    make("gen-000001", "gen-backup", "gen-12", "other-000007");
    assertThat(generations.next()).isEqualTo("gen-000002");
  }

  @Test
  void deletingAllButSome_keepsThoseAndThePointer() throws IOException {
    make("gen-000001", "gen-000002", "gen-000003", "other");
    generations.publish("gen-000002");
    generations.deleteAllBut("gen-000002", "gen-000003");
    assertThat(names()).containsExactly("CURRENT", "gen-000002", "gen-000003", "other");
  }

  @Test
  void deletingAFolderThatIsNotThere_isNoError() throws IOException {
    Generations.delete(index.resolve("gen-000001"));
    assertThat(names()).isEmpty();
  }
}
