package dev.broadsheet.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.fixture.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLogTest {
  private static final Duration DAY = Duration.ofDays(1);

  private final SetClock clock = new SetClock(Instant.parse("2026-11-26T23:00:00Z"));

  @TempDir private Path folder;

  private QueryLog open() throws IOException {
    return QueryLog.open(folder, clock);
  }

  @Test
  void searches_areCountedByTheirWords_whateverTheirCaseAndBlanks() throws IOException {
    try (QueryLog log = open()) {
      log.searched("Flood  Barrier", 7, false);
      log.searched(" flood\tbarrier ", 0, false);
      log.searched("ferry", 0, false);
      log.searched("  ", 100, false);
      QueryReport report = log.report(1, 10);

      assertThat(report.top())
          .extracting(QueryCount::words, QueryCount::searches, QueryCount::withoutHits)
          .containsExactly(tuple("flood barrier", 2L, 1L), tuple("ferry", 1L, 1L));
      assertThat(report.missed())
          .extracting(QueryCount::words)
          .containsExactly("flood barrier", "ferry");
      assertThat(report.total()).isEqualTo(new QueryCount("", 3, 2, 0));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane.doe@example.com",
        "call +47 12 34 56 78",
        "4111-1111-1111-1111",
        "a text of more than eighty characters, which someone copied from a letter or an article"
      })
  void whatMayBePersonal_isCounted_andNotKept(String typed) throws IOException {
    try (QueryLog log = open()) {
      log.searched(typed, 0, false);
      QueryReport report = log.report(1, 10);

      assertThat(report.top()).isEmpty();
      assertThat(report.total().searches()).isEqualTo(1);
    }
    assertThat(Files.readString(folder.resolve("2026-11-26.tsv"))).isEqualTo("1\t1\t0\t\n");
  }

  @Test
  void yearsAndOtherShortNumbers_areKept() throws IOException {
    try (QueryLog log = open()) {
      log.searched("election 2024", 3, false);
      log.searched("covid-19", 3, false);

      assertThat(log.report(1, 10).top())
          .extracting(QueryCount::words)
          .containsExactly("covid-19", "election 2024");
    }
  }

  @Test
  void pageThatAsksForItselfAgain_isOneSearch() throws IOException {
    try (QueryLog log = open()) {
      log.searched("ferry", 3, true);
      log.searched("ferry", 3, false);
      assertThat(log.report(1, 1).total().searches()).isEqualTo(1);

      log.searched("ferry", 3, false);
      assertThat(log.report(1, 1).total().searches()).isEqualTo(2);

      log.searched("ferry", 3, true);
      clock.advance(Duration.ofMinutes(1));
      log.searched("ferry", 3, false);
      assertThat(log.report(1, 1).total().searches()).isEqualTo(4);
    }
  }

  @Test
  void click_countsForWhatWasLookedForToday_andForNothingElse() throws IOException {
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);
      log.clicked("Ferry");
      log.clicked("anything anyone can send");
      log.clicked("");

      assertThat(log.report(1, 10).top()).containsExactly(new QueryCount("ferry", 1, 0, 1));
    }
  }

  @Test
  void counts_outliveTheProcess() throws IOException {
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);
    }
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);

      assertThat(log.report(1, 10).top()).containsExactly(new QueryCount("ferry", 2, 0, 0));
    }
  }

  @Test
  void days_areCountedApart_andReportedTogether() throws IOException {
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);
      clock.advance(DAY);
      log.searched("ferry", 3, false);
      log.searched("comet", 3, false);

      assertThat(log.report(1, 10).total().searches()).isEqualTo(2);
      assertThat(log.report(2, 10).top())
          .containsExactly(new QueryCount("ferry", 2, 0, 0), new QueryCount("comet", 1, 0, 0));
    }
    assertThat(folder.resolve("2026-11-26.tsv")).hasContent("1\t0\t0\tferry");
  }

  @Test
  void oldDays_areForgotten_andOtherFilesLeftAlone() throws IOException {
    Files.writeString(folder.resolve("2020-01-01.tsv"), "1\t0\t0\tferry\n");
    Files.writeString(folder.resolve("notes.tsv"), "mine");
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);
    }

    assertThat(folder.resolve("2020-01-01.tsv")).doesNotExist();
    assertThat(folder.resolve("notes.tsv")).exists();
  }

  @Test
  void secondServer_isRefusedTheFolder() throws IOException {
    try (QueryLog log = open()) {
      log.searched("ferry", 3, false);
      assertThatThrownBy(this::open)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("a folder of its own");
    }
  }

  @Test
  void brokenFile_isNamed() throws IOException {
    Files.writeString(folder.resolve("2026-11-26.tsv"), "1\t0\t0\tferry\nnonsense\n");

    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2026-11-26.tsv:2: expected three counts and words");
  }

  @Test
  void ofVeryManyWords_theMostFrequentAreKept_andNoneIsLostFromTheTotal() {
    var day = new DayCounts(java.time.LocalDate.parse("2026-11-26"), 10, List.of());
    for (int i = 0; i < 1_000; i++) {
      day.add(new QueryCount("rare " + i, 1, 0, 0));
      day.add(new QueryCount("often", 1, 0, 0));
    }

    List<QueryCount> kept = day.mostFrequent();
    assertThat(kept).hasSize(11).startsWith(new QueryCount("often", 1_000, 0, 0));
    assertThat(kept.stream().mapToLong(QueryCount::searches).sum()).isEqualTo(2_000);
  }
}
