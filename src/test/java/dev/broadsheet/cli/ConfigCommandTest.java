package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigCommandTest {
  @TempDir Path folder;
  private final CommandRun command = new CommandRun();

  private String settings(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), yaml);
    return file.toString();
  }

  @Test
  void eachSetting_isShownWithItsValueAndOrigin() throws IOException {
    String file = settings("port: 9000\nadmin:\n  token: s3cret\n");

    assertThat(command.run("config", "--config", file, "--index", "elsewhere")).isZero();

    assertThat(command.out())
        .containsPattern("(?m)^port +9000 +\\S*b.yaml:1$")
        .containsPattern("(?m)^admin.token +\\(hidden\\) +\\S*b.yaml:3$")
        .containsPattern("(?m)^index +\\S*elsewhere +--index$")
        .containsPattern("(?m)^host +127.0.0.1 +default$")
        .containsPattern("(?m)^site.url +- +default$")
        .doesNotContain("s3cret");
  }

  @Test
  void json_isForPrograms() throws IOException {
    String file = settings("admin.token: s3cret\nlog.format: json\n");

    assertThat(command.run("config", "--config", file, "--json")).isZero();

    JsonNode all = JsonMapper.shared().readTree(command.out());
    assertThat(all.get("log.format").get("value").asString()).isEqualTo("json");
    assertThat(all.get("log.format").get("origin").asString()).endsWith("b.yaml:2");
    assertThat(all.get("cors.origins").has("value")).isFalse();
    assertThat(command.out()).doesNotContain("s3cret");
  }

  @Test
  void badSetting_isWrongUsage() throws IOException {
    assertThat(command.run("config", "--config", settings("log.level: loud"))).isEqualTo(2);
    assertThat(command.err()).contains("log.level", "'loud'", "one of warn, info, debug");
  }

  @Test
  void completion_isTakenByBash_andCompletes() throws Exception {
    assertThat(command.run("completion", "bash")).isZero();
    Path script = Files.writeString(folder.resolve("completion"), command.out());

    String completed =
        bash(
            "source "
                + script
                + "; COMP_WORDS=(broadsheet reindex --f); COMP_CWORD=2; COMP_LINE='broadsheet reindex"
                + " --f'; COMP_POINT=22; _complete_broadsheet; echo \"${COMPREPLY[@]}\"");

    assertThat(completed).contains("--full", "--force").doesNotContain("rehearse");
    assertThat(command.out()).contains("health", "config").doesNotContain("rehearse");
  }

  private static String bash(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("bash", "-c", script)).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return out;
  }
}
