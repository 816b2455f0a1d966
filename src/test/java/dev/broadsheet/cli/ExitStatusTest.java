package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import dev.broadsheet.indexing.ReindexRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  private static final CorpusProblem PROBLEM =
      new CorpusProblem("a.md", 3, "title: missing\033[2J", CorpusProblem.Scope.FILE);

  private final CommandRun command = new CommandRun();

  @ParameterizedTest
  @CsvSource({"PUBLISHED, 0", "UNCHANGED, 0", "REJECTED, 3", "REFUSED, 4"})
  void reindex_tellsTheOutcome(Outcome outcome, int status) {
    command.application.outcome = outcome;

    assertThat(command.run("reindex")).isEqualTo(status);
  }

  @Test
  void reindex_handsItsFlagsOn() {
    command.run("reindex", "--full", "--strict", "--force");

    assertThat(command.application.reindexed).containsExactly(new ReindexRequest(true, true, true));
  }

  @Test
  void rejectedFilesAlone_areNoFailure() {
    command.application.problems = List.of(PROBLEM);

    assertThat(command.run("reindex")).isZero();
    assertThat(command.out()).contains("a.md:3: title: missing").doesNotContain("\033");
  }

  @Test
  void refused_saysWhatToDo() {
    command.application.outcome = Outcome.REFUSED;
    command.run("reindex");

    assertThat(command.err()).contains("broadsheet reindex --force");
  }

  @Test
  void check_failsOnProblems_onlyWhenStrict() {
    command.application.problems = List.of(PROBLEM);

    assertThat(command.run("check")).isZero();
    assertThat(command.run("check", "--strict")).isEqualTo(3);
  }

  @Test
  void serveWithoutAnIndex_buildsItFirst() {
    command.application.hasIndex = false;

    assertThat(command.run("serve")).isZero();
    assertThat(command.application.reindexed).hasSize(1);
  }

  @Test
  void serveThatMayNotBuild_ends() {
    command.application.hasIndex = false;
    command.application.outcome = Outcome.REFUSED;

    assertThat(command.run("serve")).isEqualTo(4);
    assertThat(command.out()).isEmpty();
  }

  @Test
  void stoppedServer_isClosed_andThatIsNoFailure() {
    assertThat(command.run("serve")).isZero();
    assertThat(command.application.serverIsClosed).isTrue();
    assertThat(command.out())
        .isEqualTo("Broadsheet serves 4,944 items at http://127.0.0.1:4711/search?q=\n");
  }

  @Test
  void searchWithoutAnIndex_fails() {
    command.application.hasIndex = false;

    assertThat(command.run("search", "x")).isEqualTo(1);
    assertThat(command.err()).isEqualTo("broadsheet: there is no index\n");
  }

  @Test
  void badParameter_isWrongUsage() {
    assertThat(command.run("search", "--tz", "Mars/Olympus")).isEqualTo(2);
    assertThat(command.err()).isEqualTo("broadsheet: tz: not a zone\n");
  }

  @Test
  void badSetting_isWrongUsage() {
    assertThat(command.run("serve", "--port", "-1")).isEqualTo(2);
    assertThat(command.err()).contains("port: '-1' (from --port) is not possible");
  }

  @Test
  void unknownOption_isWrongUsage_andTheNearestIsSuggested() {
    assertThat(command.run("reindex", "--ful")).isEqualTo(2);
    assertThat(command.err())
        .isEqualTo(
            """
            broadsheet: unknown option: '--ful'; did you mean --full?
            Try 'broadsheet reindex --help'.
            """);
  }

  @Test
  void unknownCommand_isWrongUsage_andTheNearestIsSuggested() {
    assertThat(command.run("reindx")).isEqualTo(2);
    assertThat(command.err()).contains("did you mean reindex?");
  }

  @Test
  void noCommand_isWrongUsage_andShowsTheHelp() {
    assertThat(command.run()).isEqualTo(2);
    assertThat(command.err()).startsWith("Usage: broadsheet");
    assertThat(command.out()).isEmpty();
  }
}
