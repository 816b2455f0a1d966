package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Links;
import dev.broadsheet.article.Media;
import dev.broadsheet.article.Provider;
import dev.broadsheet.article.Scores;
import dev.broadsheet.article.Text;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print, held against files. {@code -Dgolden.update=true} writes them anew. */
class GoldenOutputTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/cli");

  private final CommandRun command = new CommandRun();

  private void assertGolden(String name, String printed) throws IOException {
    Path file = GOLDEN.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      assertThat(System.getenv("CI")).as("CI must not renew golden files").isNotEqualTo("true");
      Files.createDirectories(GOLDEN);
      Files.writeString(file, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(file));
  }

  @Test
  void help_isAsExpected() throws IOException {
    assertThat(command.run("--help")).isZero();
    assertGolden("help", command.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"serve", "reindex", "search", "check", "stats", "health", "config", "completion"})
  void helpOfACommand_isAsExpected(String name) throws IOException {
    assertThat(command.run(name, "--help")).isZero();
    assertGolden("help-" + name, command.out());
  }

  @Test
  void pageOfCommands_showsTheHelpOfEach() throws IOException {
    String page = Files.readString(Path.of("docs/commands.md"));
    command.run("--help");
    String all = command.out();
    assertThat(page).contains("```text\n" + all + "```");
    Matcher name = Pattern.compile("^  ([a-z]+) {2,}", Pattern.MULTILINE).matcher(all);
    List<String> names = name.results().map(found -> found.group(1)).toList();
    assertThat(names).hasSizeGreaterThan(7);
    for (String each : names) {
      var one = new CommandRun();
      one.run(each, "--help");
      assertThat(page).contains("\n## " + each + "\n\n```text\n" + one.out() + "```");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"reindex", "check", "stats"})
  void report_isAsExpected(String name) throws IOException {
    problems();
    command.run(name);
    assertGolden(name, command.out() + "--- standard error\n" + command.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reindex", "check", "stats"})
  void jsonReport_isAsExpected(String name) throws IOException {
    problems();
    command.run(name, "--json");
    assertGolden(name + "-json", command.out());
  }

  @Test
  void verifiedIndex_isToldWithItsStats() throws IOException {
    command.run("stats", "--verify");
    command.run("stats", "--verify", "--json");
    assertGolden("stats-verify", command.out());
  }

  @Test
  void damagedIndex_isToldWithWhatToDo() throws IOException {
    command.application.damages =
        List.of(new IndexCheck.Damage("/index/gen-000001/_0.fdt", "it is cut off"));
    assertThat(command.run("stats", "--verify")).isEqualTo(1);
    assertThat(command.run("stats", "--verify", "--json")).isEqualTo(1);
    assertGolden("stats-damaged", command.out() + "--- standard error\n" + command.err());
  }

  private void problems() {
    command.application.problems =
        List.of(
            new CorpusProblem("b.md", 0, "title: missing", CorpusProblem.Scope.FILE),
            new CorpusProblem("a.md", 3, "quality: 'x'", CorpusProblem.Scope.RELATED));
  }

  @Test
  void searchResult_isAsExpected() throws IOException {
    command.application.result =
        Results.result(
            7,
            true,
            List.of(
                hit("Facebook, Twitter Remove <mark>AI</mark>-Powered Accounts"),
                hit("Facebook, Twitter Remove AI-Powered Accounts").foundByMeaning()),
            List.of(
                new FacetCounts(
                    FacetField.TOPIC,
                    List.of(
                        new FacetCounts.Value("AI", Optional.empty(), 7, true),
                        new FacetCounts.Value("Facebook AI", Optional.empty(), 1200, false))),
                new FacetCounts(FacetField.TYPE, List.of())));

    command.run("search", "AI");

    assertGolden("search", command.out());
  }

  @Test
  void storiesAndExplanations_areAsExpected() throws IOException {
    Hit plain = hit("Facebook, Twitter Remove <mark>AI</mark>-Powered Accounts");
    var story =
        new Hit(
            plain.article(),
            plain.score(),
            plain.stories(),
            plain.highlight(),
            Optional.of(new Hit.ScoreParts(7.0005, 1.3, 1)),
            Optional.of(
                new Hit.StoryGroup(
                    new Coverage(
                        7,
                        4,
                        Optional.of(Instant.parse("2019-12-20T20:43:00Z")),
                        Optional.of(Instant.parse("2019-12-22T00:00:00Z"))),
                    List.of(plain))));
    command.application.result =
        new SearchResult(
            1200,
            false,
            List.of(story),
            List.of(),
            new Wording(Optional.of("facebook\033 AI"), Optional.of("face book AI"), true),
            Optional.empty(),
            "g1.1");

    command.run("search", "facebok AI", "--group", "story");

    assertGolden("search-stories", command.out());
  }

  private static Hit hit(String marked) {
    String title = "Facebook, Twitter Remove AI-Powered Accounts";
    var article =
        new Article(
            new ArticleId("0123456789abcdef01234567"),
            Kind.ARTICLE,
            new Text(title, Optional.of("words ".repeat(60)), Optional.empty()),
            new Links(Optional.of("https://www.wsj.com/a"), Optional.empty(), Optional.empty()),
            new Labels(Optional.empty(), Optional.empty(), List.of("AI", "Facebook AI"), List.of()),
            Optional.of(Instant.parse("2019-12-20T20:43:00Z")),
            new Scores(OptionalDouble.of(88), OptionalDouble.empty()),
            false,
            Optional.of(
                new Provider(
                    Optional.of("Wall Street\033[31m Journal"), Optional.empty(), List.of())),
            Media.NONE,
            List.of());
    return Results.hit(
        article,
        OptionalDouble.of(9.1),
        List.of(),
        Optional.of(new Hit.Highlight(marked, Optional.empty())));
  }
}
