package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, over a stand-in for Java that prints what it is called with. */
class LauncherTest {
  @TempDir Path folder;
  private Path home;
  private Path java;

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(folder.resolve("the home"));
    Files.copy(Path.of("broadsheet"), home.resolve("broadsheet"));
    Files.createFile(home.resolve("broadsheet.jar"));
    java = Files.createDirectories(folder.resolve("jdk 25"));
    Files.createDirectories(java.resolve("bin"));
    executable(java.resolve("bin/java"), "#!/bin/sh\necho \"$BROADSHEET_HOME|$(pwd)|$*\"\n");
    release("25.0.1");
  }

  private void release(String version) throws IOException {
    Files.writeString(java.resolve("release"), "A=\"b\"\nJAVA_VERSION=\"" + version + "\"\n");
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private record Ended(int status, String out) {}

  private Ended run(Path launcher, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("BROADSHEET_JAVA_OPTS", "");
    builder.environment().putAll(variables);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out.strip());
  }

  @Test
  void throughALinkAndFromAnotherFolder_theHomeIsFound() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("the home/broadsheet"));

    Ended ended = run(link, Map.of(), "search", "two words", "*");

    assertThat(ended.out()).startsWith(home.toRealPath() + "|" + folder.toRealPath() + "|");
    assertThat(ended.out()).endsWith("broadsheet.jar search two words *");
    assertThat(ended.status()).isZero();
  }

  @Test
  void optionsForJava_areHandedOn() throws Exception {
    Ended ended =
        run(home.resolve("broadsheet"), Map.of("BROADSHEET_JAVA_OPTS", "-Xmx1g -Dx=y"), "serve");

    assertThat(ended.out()).contains(" -Xmx1g -Dx=y -jar ").doesNotContain("TieredStopAtLevel");
  }

  @Test
  void serverCollectsInParallel_unlessACollectorIsNamed() throws Exception {
    Path launcher = home.resolve("broadsheet");
    Map<String, String> named = Map.of("BROADSHEET_JAVA_OPTS", "-XX:+UseZGC");

    assertThat(run(launcher, Map.of(), "serve").out()).contains(" -XX:+UseParallelGC ");
    assertThat(run(launcher, named, "serve").out()).contains("ZGC").doesNotContain("ParallelGC");
    assertThat(run(launcher, Map.of(), "reindex").out()).doesNotContain("GC");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void serverHasHugePages_whereThereAreAny() throws Exception {
    Path said = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    boolean any = Files.exists(said) && !Files.readString(said).contains("[never]");
    Path launcher = home.resolve("broadsheet");

    assertThat(run(launcher, Map.of(), "serve").out().contains("HugePages")).isEqualTo(any);
    assertThat(run(launcher, Map.of(), "reindex").out()).doesNotContain("HugePages");
  }

  @Test
  void cacheOfTheJvmBesideTheJar_isUsed() throws Exception {
    Path cache = Files.createFile(home.toRealPath().resolve("broadsheet.aot"));

    Ended ended = run(home.resolve("broadsheet"), Map.of(), "serve");

    assertThat(ended.out()).contains(" -XX:AOTCache=" + cache + " -Xlog:aot=off");
  }

  @Test
  void withoutACacheOfTheJvm_noneIsAskedFor() throws Exception {
    assertThat(run(home.resolve("broadsheet"), Map.of(), "serve").out()).doesNotContain("AOT");
  }

  @Test
  void oldJava_isPassedOver() throws Exception {
    release("17.0.15");

    Ended ended = run(home.resolve("broadsheet"), Map.of(), "--java-home");

    assertThat(ended.out()).isNotEqualTo(java.toString());
  }

  @Test
  void failedBuild_saysSo_andLeavesNoJar() throws Exception {
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("src/main"));
    executable(java.resolve("bin/javac"), "#!/bin/sh\n");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    executable(
        tools.resolve("mvn"), "#!/bin/sh\necho no good; touch target/broadsheet.jar; exit 1\n");

    Ended ended =
        run(
            home.resolve("broadsheet"),
            Map.of("PATH", tools + ":" + System.getenv("PATH")),
            "stats");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.out()).contains("no good").endsWith("broadsheet: the build failed");
    assertThat(home.resolve("target")).isEmptyDirectory();
  }

  @Test
  void goodBuild_isDoneOnce_evenAfterOneThatDied() throws Exception {
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("src/main"));
    executable(java.resolve("bin/javac"), "#!/bin/sh\n");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    executable(tools.resolve("mvn"), "#!/bin/sh\ntouch target/broadsheet.jar\n");
    Path lock = Files.createDirectories(home.resolve("target/launcher.lock"));
    // No process has this number: it is above what systems give.
    Files.writeString(lock.resolve("owner"), "99999999\n");
    Map<String, String> path = Map.of("PATH", tools + ":" + System.getenv("PATH"));

    Ended first = run(home.resolve("broadsheet"), path, "stats");
    Ended second = run(home.resolve("broadsheet"), path, "stats");

    assertThat(first.out()).contains("broadsheet: building").endsWith("broadsheet.jar stats");
    assertThat(second.status()).isZero();
    assertThat(second.out()).doesNotContain("building");
  }
}
