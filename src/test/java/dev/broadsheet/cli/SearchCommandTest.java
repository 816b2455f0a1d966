package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchCommandTest {
  private final CommandRun command = new CommandRun();

  private Map<String, List<String>> searched(String... arguments) {
    assertThat(command.run(arguments)).isZero();
    return command.application.searched.getFirst();
  }

  @Test
  void words_areJoined() {
    assertThat(searched("search", "face", "book")).isEqualTo(Map.of("q", List.of("face book")));
  }

  @Test
  void noWords_isNoQuery() {
    assertThat(searched("search")).isEmpty();
  }

  @Test
  void excludedWord_isNoOption() {
    assertThat(searched("search", "facebook", "-twitter", "--sort", "-date"))
        .isEqualTo(Map.of("q", List.of("facebook -twitter"), "sort", List.of("-date")));
  }

  @Test
  void wordsBehindTwoDashes_areTakenAsTheyAre() {
    assertThat(searched("search", "--", "--topic", "-v"))
        .isEqualTo(Map.of("q", List.of("--topic -v")));
  }

  @Test
  void atSign_isPartOfAWord() {
    assertThat(searched("search", "@facebook")).isEqualTo(Map.of("q", List.of("@facebook")));
  }

  @Test
  void optionGivenAgain_handsAllValuesOn() {
    assertThat(searched("search", "--topic", "AI", "--topic=Go, fast", "--size", "3"))
        .isEqualTo(Map.of("topic", List.of("AI", "Go, fast"), "size", List.of("3")));
  }

  @Test
  void settings_areNoParameters() {
    assertThat(searched("search", "x", "--index", "/tmp/none", "-v"))
        .isEqualTo(Map.of("q", List.of("x")));
  }

  @Test
  void flag_isAParameterThatIsTrue() {
    assertThat(searched("search", "--prefix", "art", "--explain", "--group", "story"))
        .isEqualTo(
            Map.of(
                "q",
                List.of("art"),
                "prefix",
                List.of("true"),
                "explain",
                List.of("true"),
                "group",
                List.of("story")));
  }

  @Test
  void cursorTyposAndMode_areHandedOn() {
    assertThat(searched("search", "--typos", "off", "--cursor", "-Zx_9", "--mode", "words"))
        .isEqualTo(
            Map.of("typos", List.of("off"), "cursor", List.of("-Zx_9"), "mode", List.of("words")));
  }

  @Test
  void json_isTheServersAnswerOnALine() {
    command.run("search", "--json");

    assertThat(command.out()).isEqualTo("{}\n");
  }
}
