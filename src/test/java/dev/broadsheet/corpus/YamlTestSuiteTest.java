package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.SharedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each case of YAML's own test suite as an article file: it is read, or said what is wrong. */
class YamlTestSuiteTest {
  @Test
  void everyCase_isReadOrReportedWithItsLine(@TempDir Path packed, @TempDir Path root)
      throws Exception {
    Path suite = SharedFiles.unpack("hostile/yaml-test-suite.tar.xz", packed);
    CorpusFixture corpus = new CorpusFixture(root);
    List<Path> cases;
    try (Stream<Path> files = Files.walk(suite)) {
      cases = files.filter(file -> file.endsWith("in.yaml")).sorted().toList();
    }
    assertThat(cases).hasSize(402);
    List<String> missed = new ArrayList<>();
    for (Path file : cases) {
      String yaml = Files.readString(file);
      for (String content :
          List.of("---\n" + yaml + "\n---\n", "---\ntitle: x\n" + yaml + "\n---\n")) {
        check(corpus, "a.md", content, file, missed);
      }
      check(corpus, "a.yaml", yaml, file, missed);
    }
    assertThat(missed).isEmpty();
  }

  private static void check(
      CorpusFixture corpus, String path, String content, Path file, List<String> missed) {
    CorpusFixture.Reading reading = corpus.read(path, content);
    int lines = (int) content.lines().count();
    boolean placed =
        reading.problems().stream()
            .allMatch(problem ->
                problem.path().equals(path)
                    && problem.line() >= 1
                    && problem.line() <= Math.max(lines, 1));
    boolean told = reading.mentions().isEmpty() != reading.problems().isEmpty();
    if (!placed || !told) {
      missed.add(file + " " + reading.messages());
    }
  }
}
