package dev.broadsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> flags = new HashMap<>();

  private Config load() {
    return load(Optional.empty());
  }

  private Config load(Optional<String> file) {
    return new ConfigLoader(environment, folder).load(file, flags);
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("broadsheet.yaml"), yaml);
  }

  private static Origin origin(Config config, String name) {
    return config.settings().stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow()
        .origin();
  }

  @Test
  void nothingSet_givesTheDefaults() {
    Config config = load();

    assertThat(config.server()).isEqualTo(new Config.Server("127.0.0.1", 8080));
    assertThat(config.corpus()).isEqualTo(folder.resolve("corpus"));
    assertThat(config.index()).isEqualTo(folder.resolve("index"));
    assertThat(config.visibility()).isEqualTo(Visibility.ALL);
    assertThat(config.quality()).isEqualTo(new Config.Quality(0.3, 60));
    assertThat(config.threads()).isPositive();
    assertThat(config.admin().token().text()).isEmpty();
    assertThat(config.settings())
        .extracting(Config.Setting::origin)
        .allMatch(Origin.BuiltIn.class::isInstance);
  }

  @Test
  void defaultPaths_areRelativeToHome() {
    environment.put("BROADSHEET_HOME", "/srv/broadsheet");

    assertThat(load().corpus()).isEqualTo(Path.of("/srv/broadsheet/corpus"));
  }

  @Test
  void file_takesNestedAndDottedNames() throws IOException {
    write("port: 9000\nquality: {weight: 0.5}\nquality.pivot: 80\n");

    Config config = load();

    assertThat(config.server().port()).isEqualTo(9000);
    assertThat(config.quality()).isEqualTo(new Config.Quality(0.5, 80));
    assertThat(origin(config, "quality.pivot")).hasToString("broadsheet.yaml:3");
  }

  @Test
  void file_isFoundAtHome_whereTheWorkingFolderHasNone(@TempDir Path home) throws IOException {
    environment.put("BROADSHEET_HOME", home.toString());
    Files.writeString(home.resolve("broadsheet.yaml"), "port: 9001");

    assertThat(load().server().port()).isEqualTo(9001);
  }

  @Test
  void pathsInAFile_areRelativeToTheFile() throws IOException {
    Files.createDirectory(folder.resolve("etc"));
    Files.writeString(folder.resolve("etc/b.yaml"), "corpus: ../news\n");

    assertThat(load(Optional.of("etc/b.yaml")).corpus()).isEqualTo(folder.resolve("news"));
  }

  @Test
  void keyWithoutValue_leavesTheDefault() throws IOException {
    write("port:\nquality:\nhost: ~\n");

    assertThat(load().server()).isEqualTo(new Config.Server("127.0.0.1", 8080));
  }

  @Test
  void emptyFile_isFine() throws IOException {
    write("# nothing yet\n");

    assertThat(load().server().port()).isEqualTo(8080);
  }

  @Test
  void environment_winsOverTheFile() throws IOException {
    write("port: 9000");
    environment.put("BROADSHEET_PORT", "9002");
    environment.put("BROADSHEET_QUALITY_WEIGHT", "0");

    Config config = load();

    assertThat(config.server().port()).isEqualTo(9002);
    assertThat(config.quality().weight()).isZero();
    assertThat(origin(config, "port")).hasToString("BROADSHEET_PORT");
  }

  @Test
  void emptyVariable_countsAsNotSet() {
    environment.put("BROADSHEET_PORT", "");

    assertThat(load().server().port()).isEqualTo(8080);
  }

  @Test
  void flags_winOverTheEnvironment() {
    environment.put("BROADSHEET_PORT", "9002");
    flags.put("--port", "0");

    Config config = load();

    assertThat(config.server().port()).isZero();
    assertThat(origin(config, "port")).hasToString("--port");
  }

  @Test
  void adminToken_isNeverShown() {
    environment.put("BROADSHEET_ADMIN_TOKEN", "s3cret");

    Config config = load();

    assertThat(config.admin().token().text()).contains(new Secret("s3cret"));
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @Test
  void adminToken_canStandInAFile_whichIsReadWhenItIsNeeded() throws IOException {
    write("admin.tokenFile: token");
    Config config = load();
    assertThat(config.admin().token().text()).isEmpty();
    assertThatThrownBy(() -> config.admin().token().read())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("can't read the token in " + folder.resolve("token"));

    Files.writeString(folder.resolve("token"), "  \n");
    assertThatThrownBy(() -> config.admin().token().read()).hasMessageContaining("is blank");

    Files.writeString(folder.resolve("token"), "s3cret\n");
    assertThat(config.admin().token().read()).contains(new Secret("s3cret"));
  }

  @Test
  void adminToken_isGivenInOneWay() {
    environment.put("BROADSHEET_ADMIN_TOKEN", "a");
    environment.put("BROADSHEET_ADMIN_TOKEN_FILE", "b");

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("admin.token and admin.tokenFile are both set");
  }

  @Test
  void watchAndLog_areRead() throws IOException {
    assertThat(load().watch()).isFalse();
    assertThat(load().log())
        .isEqualTo(new Config.Log(LogLevel.INFO, LogFormat.TEXT, Duration.ofSeconds(1), false));

    write("watch: true\nlog: {level: debug, format: json, slowMs: 50, queries: true}\n");

    assertThat(load().watch()).isTrue();
    assertThat(load().log())
        .isEqualTo(new Config.Log(LogLevel.DEBUG, LogFormat.JSON, Duration.ofMillis(50), true));
  }

  @Test
  void semantic_isOnOrOff() throws IOException {
    assertThat(load().semantic()).isFalse();
    write("semantic: on\n");
    assertThat(load().semantic()).isTrue();
    write("semantic: off\n");
    assertThat(load().semantic()).isFalse();
    write("semantic: sometimes\n");
    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("semantic")
        .hasMessageContaining("on or off");
  }

  @Test
  void semanticWithAClusterOfWords_isRefused() throws IOException {
    write("semantic: on\nengine: opensearch\n");
    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("semantic")
        .hasMessageContaining("opensearch");
  }

  @Test
  void flagWithoutAValue_turnsTheWatchOn() {
    flags.put("--watch", "true");

    assertThat(load().watch()).isTrue();
  }

  @Test
  void reservedVariables_areNoSettings() {
    environment.put("BROADSHEET_TEST_DATA", "x");
    environment.put("BROADSHEET_JAVA_OPTS", "x");

    assertThat(load().server().port()).isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prot: 1                 | broadsheet.yaml:1: unknown setting 'prot': did you mean 'port'?",
        "quality: {wieght: 1}    | broadsheet.yaml:1: unknown setting 'quality.wieght': did you mean 'quality.weight'?",
        "'xyzzy: [1]'            | unknown setting 'xyzzy': expected one of host, port,",
        "port: [1]               | broadsheet.yaml:1: port: expected one value",
        "- port                  | broadsheet.yaml:1: expected settings such as",
        "'port: 1: 2'            | broadsheet.yaml:1: not valid YAML",
        "'{port: 1, port: 2}'    | port: set twice in this file",
        "port: 99999             | port: '99999' (from broadsheet.yaml:1) is not possible; expected a whole number from 0 to 65535"
      })
  void badFile_isNamedWithItsLine(String yaml, String message) throws IOException {
    write(yaml);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message);
  }

  @Test
  void missingExplicitFile_isAnError() {
    assertThatThrownBy(() -> load(Optional.of("none.yaml")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none.yaml: there is no such settings file");
  }

  @Test
  void unknownVariable_isNamedWithTheNearest() {
    environment.put("BROADSHEET_PROT", "1");

    assertThatThrownBy(this::load)
        .hasMessage(
            "unknown setting BROADSHEET_PROT in the environment: did you mean 'BROADSHEET_PORT'?");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, x, a whole number from 0 to 65535",
    "--visibility, some, all or published",
    "--quality-weight, 1, a number from 0 to below 1",
    "--quality-weight, NaN, a number from 0 to below 1",
    "--quality-pivot, 0, a number greater than 0",
    "--threads, 0, a whole number from 1 to 1024",
    "--corpus, ' ', a value"
  })
  void badValue_saysWhereItIsFromAndWhatWasExpected(String flag, String value, String expected) {
    flags.put(flag, value);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("'" + value + "' (from " + flag + ") is not possible")
        .hasMessageEndingWith("expected " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "published"})
  void visibility_hasItsWords(String word) {
    flags.put("--visibility", word);

    assertThat(load().visibility().label()).isEqualTo(word);
  }

  @Test
  void siteAndSharing_haveDefaults() {
    assertThat(load().site()).isEqualTo(new Config.Site("Broadsheet", Optional.empty()));
    assertThat(load().sharing()).isEqualTo(new Config.Sharing(Duration.ZERO, List.of()));
  }

  @Test
  void siteAndSharing_areReadFromTheFile() throws IOException {
    write(
        """
        site: {name: Harbor Ledger, url: https://ledger.example/find/}
        cache: {maxAge: 60}
        cors:
          origins:
            - https://www.ledger.example
            - http://LOCALHOST:3000
        """);

    Config config = load();

    assertThat(config.site())
        .isEqualTo(new Config.Site("Harbor Ledger", Optional.of("https://ledger.example/find")));
    assertThat(config.sharing())
        .isEqualTo(
            new Config.Sharing(
                Duration.ofSeconds(60),
                List.of("https://www.ledger.example", "http://localhost:3000")));
  }

  @Test
  void listAndCapital_haveTheirFormInTheEnvironment() {
    environment.put("BROADSHEET_CORS_ORIGINS", "https://a.example, https://b.example:8443");
    environment.put("BROADSHEET_CACHE_MAX_AGE", "5");

    assertThat(load().sharing())
        .isEqualTo(
            new Config.Sharing(
                Duration.ofSeconds(5), List.of("https://a.example", "https://b.example:8443")));
    assertThat(ConfigLoader.isSettingFlag("--cache-max-age")).isTrue();
  }

  @Test
  void limits_haveDefaults() {
    Config.Limits limits = load().limits();

    assertThat(limits.search()).isEqualTo(Duration.ofSeconds(2));
    assertThat(limits.stop()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limits.rate()).isEqualTo(new Config.Rate(100, 500));
    assertThat(limits.proxies()).isEmpty();
    assertThat(limits.connections())
        .isEqualTo(
            new Config.Connections(
                20_000, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(1)));
  }

  @Test
  void limits_areTaken() throws IOException {
    write(
        """
        search.timeoutMs: 500
        stop: {graceMs: 0}
        rate: {perSecond: 5, burst: 20}
        proxies: [10.0.0.0/8, '::1']
        connections: {max: 50, idleMs: 2000, headMs: 3000, answerMs: 4000}
        """);

    assertThat(load().limits())
        .isEqualTo(
            new Config.Limits(
                Duration.ofMillis(500),
                Duration.ZERO,
                new Config.Rate(5, 20),
                List.of("10.0.0.0/8", "::1"),
                new Config.Connections(
                    50, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BROADSHEET_SEARCH_TIMEOUT_MS | 0 | search.timeoutMs",
        "BROADSHEET_STOP_GRACE_MS | 600001 | stop.graceMs",
        "BROADSHEET_RATE_PER_SECOND | -1 | rate.perSecond",
        "BROADSHEET_RATE_BURST | 0 | rate.burst",
        "BROADSHEET_CONNECTIONS_MAX | 9 | connections.max",
        "BROADSHEET_CONNECTIONS_IDLE_MS | 999 | connections.idleMs",
        "BROADSHEET_CONNECTIONS_HEAD_MS | 10s | connections.headMs",
        "BROADSHEET_CONNECTIONS_ANSWER_MS | 0 | connections.answerMs",
        "BROADSHEET_PROXIES | proxy.example.com | proxies",
        "BROADSHEET_PROXIES | 10.0.0.0/33 | proxies",
        "BROADSHEET_PROXIES | 10.0.0.0/8 nonsense | proxies"
      })
  void limitOutOfItsBounds_isNamed(String variable, String value, String name) {
    environment.put(variable, value);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(name + ": ", variable, "expected ");
  }

  @Test
  void load_isBoundedAsTheSettingsSay() throws IOException {
    write("load: {running: 3, waiting: 20, maxWaitMs: 250}\n");

    assertThat(load().load()).isEqualTo(new Config.Load(3, 20, Duration.ofMillis(250)));
  }

  @Test
  void load_isBoundedWithoutSettings() {
    assertThat(load().load().running()).isPositive();
    assertThat(load().load())
        .extracting(Config.Load::waiting, Config.Load::longestWait)
        .containsExactly(256, Duration.ofSeconds(1));
  }

  @Test
  void listOfAnotherSetting_isRefused() throws IOException {
    write("host: [a, b]\n");

    assertThatThrownBy(this::load)
        .hasMessage("broadsheet.yaml:1: host: expected one value, but found a list or a mapping");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"www.example.com", "https://a.example/", "null", "https://*.example", "ftp://a"})
  void originThatNoBrowserSends_isRefused(String origin) {
    environment.put("BROADSHEET_CORS_ORIGINS", origin);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("expected origins such as https://www.example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"search.example.com", "https://", "https://a b", "https://a?b", "ftp://a"})
  void addressThatCannotBeLinkedTo_isRefused(String address) {
    environment.put("BROADSHEET_SITE_URL", address);

    assertThatThrownBy(this::load)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("expected an address such as https://search.example.com");
  }
}
