package dev.broadsheet.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds out what the settings are: built-in defaults, then the settings file, then the environment,
 * then flags; the later one holds. The one place that knows what settings are called: {@code
 * quality.weight} in the file is {@code BROADSHEET_QUALITY_WEIGHT} in the environment and {@code
 * --quality-weight} as a flag.
 *
 * <p>Default paths are relative to the home of Broadsheet, those in a file to the file's folder,
 * those of environment and flags to the working folder.
 */
public final class ConfigLoader {
  private static final String HOST = "host";
  private static final String PORT = "port";
  private static final String CORPUS = "corpus";
  private static final String INDEX = "index";
  private static final String ENGINE = "engine";
  private static final String OPENSEARCH_HOSTS = "opensearch.hosts";
  private static final String OPENSEARCH_INDEX = "opensearch.index";
  private static final String OPENSEARCH_SHARDS = "opensearch.shards";
  private static final String OPENSEARCH_REPLICAS = "opensearch.replicas";
  private static final String OPENSEARCH_USER = "opensearch.user";
  private static final String OPENSEARCH_PASSWORD = "opensearch.password";
  private static final String OPENSEARCH_PASSWORD_FILE = "opensearch.passwordFile";
  private static final String OPENSEARCH_CERTIFICATE = "opensearch.certificate";
  private static final String VISIBILITY = "visibility";
  private static final String QUALITY_WEIGHT = "quality.weight";
  private static final String QUALITY_PIVOT = "quality.pivot";
  private static final String RANKING_TITLE = "ranking.title";
  private static final String RANKING_EXCERPT = "ranking.excerpt";
  private static final String RANKING_TOPIC = "ranking.topic";
  private static final String RANKING_PROVIDER = "ranking.provider";
  private static final String RANKING_BODY = "ranking.body";
  private static final String RANKING_EXACT = "ranking.exact";
  private static final String RANKING_PROXIMITY = "ranking.proximity";
  private static final String RANKING_SYNONYM = "ranking.synonym";
  private static final String RANKING_FEEDBACK = "ranking.feedback";
  private static final String RELAX_WORDS = "relax.words";
  private static final String RELAX_BELOW = "relax.below";
  private static final String RELAX_LONG_BELOW = "relax.longBelow";
  private static final String RELAX_ENOUGH = "relax.enough";
  private static final String RECENCY_WEIGHT = "recency.weight";
  private static final String RECENCY_HALF_LIFE = "recency.halfLife";
  private static final String SYNONYMS = "synonyms";
  private static final String THREADS = "threads";
  private static final String SITE_NAME = "site.name";
  private static final String SITE_URL = "site.url";
  private static final String CACHE_MAX_AGE = "cache.maxAge";
  private static final String CORS_ORIGINS = "cors.origins";
  private static final String LOAD_RUNNING = "load.running";
  private static final String LOAD_WAITING = "load.waiting";
  private static final String LOAD_MAX_WAIT = "load.maxWaitMs";
  private static final String SEARCH_TIMEOUT = "search.timeoutMs";
  private static final String STOP_GRACE = "stop.graceMs";
  private static final String RATE_PER_SECOND = "rate.perSecond";
  private static final String RATE_BURST = "rate.burst";
  private static final String PROXIES = "proxies";
  private static final String CONNECTIONS_MAX = "connections.max";
  private static final String CONNECTIONS_IDLE = "connections.idleMs";
  private static final String CONNECTIONS_HEAD = "connections.headMs";
  private static final String CONNECTIONS_ANSWER = "connections.answerMs";
  private static final String ADMIN_TOKEN = "admin.token";
  private static final String ADMIN_TOKEN_FILE = "admin.tokenFile";
  private static final String WATCH = "watch";
  private static final String QUERIES_FOLDER = "queries.folder";
  private static final String LOG_LEVEL = "log.level";
  private static final String LOG_FORMAT = "log.format";
  private static final String LOG_SLOW = "log.slowMs";
  private static final String LOG_QUERIES = "log.queries";
  private static final String SEMANTIC = "semantic";
  private static final Set<String> NAMES =
      new LinkedHashSet<>(
          List.of(
              HOST,
              PORT,
              CORPUS,
              INDEX,
              ENGINE,
              OPENSEARCH_HOSTS,
              OPENSEARCH_INDEX,
              OPENSEARCH_SHARDS,
              OPENSEARCH_REPLICAS,
              OPENSEARCH_USER,
              OPENSEARCH_PASSWORD,
              OPENSEARCH_PASSWORD_FILE,
              OPENSEARCH_CERTIFICATE,
              VISIBILITY,
              QUALITY_WEIGHT,
              QUALITY_PIVOT,
              RANKING_TITLE,
              RANKING_EXCERPT,
              RANKING_TOPIC,
              RANKING_PROVIDER,
              RANKING_BODY,
              RANKING_EXACT,
              RANKING_PROXIMITY,
              RANKING_SYNONYM,
              RANKING_FEEDBACK,
              RELAX_WORDS,
              RELAX_BELOW,
              RELAX_LONG_BELOW,
              RELAX_ENOUGH,
              RECENCY_WEIGHT,
              RECENCY_HALF_LIFE,
              SYNONYMS,
              THREADS,
              SITE_NAME,
              SITE_URL,
              CACHE_MAX_AGE,
              CORS_ORIGINS,
              LOAD_RUNNING,
              LOAD_WAITING,
              LOAD_MAX_WAIT,
              SEARCH_TIMEOUT,
              STOP_GRACE,
              RATE_PER_SECOND,
              RATE_BURST,
              PROXIES,
              CONNECTIONS_MAX,
              CONNECTIONS_IDLE,
              CONNECTIONS_HEAD,
              CONNECTIONS_ANSWER,
              ADMIN_TOKEN,
              ADMIN_TOKEN_FILE,
              WATCH,
              QUERIES_FOLDER,
              LOG_LEVEL,
              LOG_FORMAT,
              LOG_SLOW,
              LOG_QUERIES,
              SEMANTIC));

  /** Those that have several values; on one line, there are spaces or commas between them. */
  private static final Set<String> LISTS = Set.of(CORS_ORIGINS, PROXIES, OPENSEARCH_HOSTS);

  private static final int MILLION = 1_000_000;

  /** Ten minutes, in milliseconds: who waits longer has gone. */
  private static final int LONGEST_TIME = 600_000;

  /** A year, in seconds: HTTP knows no longer one. */
  private static final int LONGEST_AGE = 31_536_000;

  private static final String FILE = "broadsheet.yaml";
  private static final String PREFIX = "BROADSHEET_";
  private static final String HOME = PREFIX + "HOME";

  /** Variables with the prefix that are for the launcher and the tests. */
  private static final Set<String> RESERVED =
      Set.of(HOME, PREFIX + "JAVA_OPTS", PREFIX + "PROFILES", PREFIX + "TEST_DATA");

  private final Map<String, String> environment;
  private final Path workingFolder;
  private final Path home;

  /**
   * A loader; nothing is read yet.
   *
   * @param environment all variables; those that are empty count as not set
   * @param workingFolder what the user's paths are relative to
   */
  public ConfigLoader(Map<String, String> environment, Path workingFolder) {
    this.environment = new TreeMap<>(environment);
    this.workingFolder = workingFolder;
    this.home = workingFolder.resolve(environment.getOrDefault(HOME, ""));
  }

  /** Whether a flag such as {@code --port} sets a setting. */
  public static boolean isSettingFlag(String flag) {
    return NAMES.stream().anyMatch(name -> flag(name).equals(flag));
  }

  /**
   * Reads all there is.
   *
   * @param file the settings file; if none is given, {@code broadsheet.yaml} in the working folder,
   *     or else at home, is read if it is there
   * @param flags as typed, with their dashes, to their values; only those of settings
   * @throws ConfigException where a setting is unknown or bad, or the file can't be read
   */
  public Config load(Optional<String> file, Map<String, String> flags) {
    Map<String, Given> given = defaults();
    file.map(workingFolder::resolve)
        .or(this::usualFile)
        .ifPresent(path -> given.putAll(SettingsFile.read(path, shown(path), NAMES, LISTS)));
    given.putAll(fromEnvironment());
    NAMES.stream()
        .filter(name -> flags.containsKey(flag(name)))
        .forEach(name -> given.put(name, fromFlag(name, flags)));
    return config(given);
  }

  /** All defaults as text, so that they take the same way as what is set; some have none. */
  private Map<String, Given> defaults() {
    Map<String, Given> defaults = new LinkedHashMap<>();
    defaults.put(HOST, builtIn(Config.Server.HOST));
    defaults.put(PORT, builtIn(Config.Server.PORT));
    defaults.put(CORPUS, builtIn(Config.CORPUS));
    defaults.put(INDEX, builtIn(Config.INDEX));
    defaults.put(ENGINE, builtIn(Config.ENGINE.label()));
    defaults.put(OPENSEARCH_HOSTS, builtIn(Config.OpenSearch.HOSTS));
    defaults.put(OPENSEARCH_INDEX, builtIn(Config.OpenSearch.INDEX));
    defaults.put(OPENSEARCH_SHARDS, builtIn(Config.OpenSearch.SHARDS));
    defaults.put(OPENSEARCH_REPLICAS, builtIn(Config.OpenSearch.REPLICAS));
    defaults.put(VISIBILITY, builtIn(Config.VISIBILITY.label()));
    defaults.put(QUALITY_WEIGHT, builtIn(Config.Quality.WEIGHT));
    defaults.put(QUALITY_PIVOT, builtIn(Config.Quality.PIVOT));
    defaults.put(RANKING_TITLE, builtIn(Config.Texts.TITLE));
    defaults.put(RANKING_EXCERPT, builtIn(Config.Texts.EXCERPT));
    defaults.put(RANKING_TOPIC, builtIn(Config.Texts.TOPIC));
    defaults.put(RANKING_PROVIDER, builtIn(Config.Texts.PROVIDER));
    defaults.put(RANKING_BODY, builtIn(Config.Texts.BODY));
    defaults.put(RANKING_EXACT, builtIn(Config.Bonus.EXACT));
    defaults.put(RANKING_PROXIMITY, builtIn(Config.Bonus.PROXIMITY));
    defaults.put(RANKING_SYNONYM, builtIn(Config.Bonus.SYNONYM));
    defaults.put(RANKING_FEEDBACK, builtIn(Config.Bonus.FEEDBACK));
    defaults.put(RELAX_WORDS, builtIn(Config.Relax.WORDS));
    defaults.put(RELAX_BELOW, builtIn(Config.Relax.BELOW));
    defaults.put(RELAX_LONG_BELOW, builtIn(Config.Relax.LONG_BELOW));
    defaults.put(RELAX_ENOUGH, builtIn(Config.Relax.ENOUGH));
    defaults.put(RECENCY_WEIGHT, builtIn(Config.Recency.WEIGHT));
    defaults.put(RECENCY_HALF_LIFE, builtIn(Config.Recency.HALF_LIFE));
    defaults.put(SYNONYMS, builtIn(Config.SYNONYMS));
    defaults.put(THREADS, builtIn(Config.defaultThreads()));
    defaults.put(SITE_NAME, builtIn(Config.Site.NAME));
    defaults.put(CACHE_MAX_AGE, builtIn(Config.Sharing.MAX_AGE));
    defaults.put(LOAD_RUNNING, builtIn(Config.Load.defaultRunning()));
    defaults.put(LOAD_WAITING, builtIn(Config.Load.WAITING));
    defaults.put(LOAD_MAX_WAIT, builtIn(Config.Load.MAX_WAIT_MS));
    defaults.put(SEARCH_TIMEOUT, builtIn(Config.Limits.SEARCH_MS));
    defaults.put(STOP_GRACE, builtIn(Config.Limits.STOP_MS));
    defaults.put(RATE_PER_SECOND, builtIn(Config.Rate.PER_SECOND));
    defaults.put(RATE_BURST, builtIn(Config.Rate.BURST));
    defaults.put(CONNECTIONS_MAX, builtIn(Config.Connections.MAX));
    defaults.put(CONNECTIONS_IDLE, builtIn(Config.Connections.IDLE_MS));
    defaults.put(CONNECTIONS_HEAD, builtIn(Config.Connections.HEAD_MS));
    defaults.put(CONNECTIONS_ANSWER, builtIn(Config.Connections.ANSWER_MS));
    defaults.put(WATCH, builtIn(Config.WATCH));
    defaults.put(LOG_LEVEL, builtIn(Config.Log.LEVEL));
    defaults.put(LOG_FORMAT, builtIn(Config.Log.FORMAT));
    defaults.put(LOG_SLOW, builtIn(Config.Log.SLOW_MS));
    defaults.put(LOG_QUERIES, builtIn(Config.Log.QUERIES));
    defaults.put(SEMANTIC, builtIn(Config.SEMANTIC));
    return defaults;
  }

  private Given builtIn(Object value) {
    return new Given(value.toString(), new Origin.BuiltIn(), home);
  }

  private Optional<Path> usualFile() {
    return List.of(workingFolder.resolve(FILE), home.resolve(FILE)).stream()
        .filter(Files::exists)
        .findFirst();
  }

  /** A path as the user would write it. */
  private Path shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path folder = workingFolder.toAbsolutePath().normalize();
    return absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
  }

  private Map<String, Given> fromEnvironment() {
    Map<String, String> names = new LinkedHashMap<>();
    NAMES.forEach(name -> names.put(variable(name), name));
    Map<String, Given> given = new LinkedHashMap<>();
    environment.forEach((variable, text) -> {
      String name = names.get(variable);
      if (name != null && !text.isEmpty()) {
        given.put(name, new Given(text, new Origin.Environment(variable), workingFolder));
      } else if (name == null && variable.startsWith(PREFIX) && !RESERVED.contains(variable)) {
        throw new ConfigException(
            "unknown setting "
                + variable
                + " in the environment: "
                + NearestName.hint(variable, names.keySet()));
      }
    });
    return given;
  }

  private Given fromFlag(String name, Map<String, String> flags) {
    String flag = flag(name);
    return new Given(flags.getOrDefault(flag, ""), new Origin.Flag(flag), workingFolder);
  }

  private static String variable(String name) {
    return PREFIX + words(name).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static String flag(String name) {
    return "--" + words(name);
  }

  /** The words of a name: {@code recency-half-life} for {@code recency.halfLife}. */
  private static String words(String name) {
    return name.replace('.', '-').replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Config config(Map<String, Given> given) {
    var values = new Values(given);
    var server =
        new Config.Server(
            values.take(HOST, SettingValue::text),
            values.take(PORT, value -> value.wholeNumber(0, 65_535)));
    Path corpus = values.take(CORPUS, SettingValue::path);
    Path index = values.take(INDEX, SettingValue::path);
    Engine engine = values.take(ENGINE, value -> value.choice(Engine.class), Engine::label);
    Config.OpenSearch openSearch = openSearch(values);
    Visibility visibility = values.take(VISIBILITY, SettingValue::visibility, Visibility::label);
    var quality =
        new Config.Quality(
            values.take(QUALITY_WEIGHT, SettingValue::share),
            values.take(QUALITY_PIVOT, SettingValue::positive));
    Config.Ranking ranking = ranking(values);
    Path synonyms = values.take(SYNONYMS, SettingValue::path);
    int threads = values.take(THREADS, value -> value.wholeNumber(1, 1_024));
    var site =
        new Config.Site(
            values.take(SITE_NAME, SettingValue::text),
            values.takeIfGiven(SITE_URL, SettingValue::webAddress));
    var sharing =
        new Config.Sharing(
            Duration.ofSeconds(
                values.take(CACHE_MAX_AGE, value -> value.wholeNumber(0, LONGEST_AGE))),
            values.takeIfGiven(CORS_ORIGINS, SettingValue::origins).orElse(List.of()));
    Config.Load load = load(values);
    Config.Limits limits = limits(values);
    Config.Admin admin = admin(values);
    boolean watch = values.take(WATCH, SettingValue::flag);
    Optional<Path> queries = values.takeIfGiven(QUERIES_FOLDER, SettingValue::path);
    Config.Log log = log(values);
    boolean semantic =
        values.take(SEMANTIC, SettingValue::onOrOff, on -> on ? "on" : Config.SEMANTIC);
    if (semantic && engine == Engine.OPENSEARCH) {
      throw new ConfigException(
          "semantic is on, and engine is opensearch, which searches words alone; expected one of"
              + " them");
    }
    return new Config(
        server,
        corpus,
        index,
        engine,
        openSearch,
        visibility,
        quality,
        ranking,
        synonyms,
        threads,
        site,
        sharing,
        load,
        limits,
        admin,
        watch,
        queries,
        log,
        semantic,
        values.settings);
  }

  private static Config.OpenSearch openSearch(Values values) {
    return new Config.OpenSearch(
        values.take(OPENSEARCH_HOSTS, SettingValue::hosts, hosts -> String.join(", ", hosts)),
        values.take(OPENSEARCH_INDEX, SettingValue::indexName),
        values.take(OPENSEARCH_SHARDS, value -> value.wholeNumber(1, 1_024)),
        values.take(OPENSEARCH_REPLICAS, value -> value.wholeNumber(0, 100)),
        values.takeIfGiven(OPENSEARCH_USER, SettingValue::text),
        secretOrFile(values, OPENSEARCH_PASSWORD, OPENSEARCH_PASSWORD_FILE),
        values.takeIfGiven(OPENSEARCH_CERTIFICATE, SettingValue::path));
  }

  private static Config.Admin admin(Values values) {
    return new Config.Admin(secretOrFile(values, ADMIN_TOKEN, ADMIN_TOKEN_FILE));
  }

  private static Config.SecretOrFile secretOrFile(Values values, String text, String file) {
    var secret =
        new Config.SecretOrFile(
            values.takeIfGiven(text, SettingValue::secret),
            values.takeIfGiven(file, SettingValue::path));
    if (secret.text().isPresent() && secret.file().isPresent()) {
      throw new ConfigException(text + " and " + file + " are both set; expected one of them");
    }
    return secret;
  }

  private static Config.Log log(Values values) {
    return new Config.Log(
        values.take(LOG_LEVEL, value -> value.choice(LogLevel.class), LogLevel::label),
        values.take(LOG_FORMAT, value -> value.choice(LogFormat.class), LogFormat::label),
        Duration.ofMillis(values.take(LOG_SLOW, value -> value.wholeNumber(0, 600_000))),
        values.take(LOG_QUERIES, SettingValue::flag));
  }

  private static Config.Load load(Values values) {
    return new Config.Load(
        values.take(LOAD_RUNNING, value -> value.wholeNumber(1, 1_024)),
        values.take(LOAD_WAITING, value -> value.wholeNumber(1, 100_000)),
        values.takeMillis(LOAD_MAX_WAIT, 0));
  }

  private static Config.Limits limits(Values values) {
    return new Config.Limits(
        values.takeMillis(SEARCH_TIMEOUT, 1),
        values.takeMillis(STOP_GRACE, 0),
        new Config.Rate(
            values.take(RATE_PER_SECOND, value -> value.wholeNumber(0, MILLION)),
            values.take(RATE_BURST, value -> value.wholeNumber(1, MILLION))),
        values.takeIfGiven(PROXIES, SettingValue::addressRanges).orElse(List.of()),
        new Config.Connections(
            values.take(CONNECTIONS_MAX, value -> value.wholeNumber(10, MILLION)),
            values.takeMillis(CONNECTIONS_IDLE, 1_000),
            values.takeMillis(CONNECTIONS_HEAD, 1_000),
            values.takeMillis(CONNECTIONS_ANSWER, 1_000)));
  }

  private static Config.Ranking ranking(Values values) {
    return new Config.Ranking(
        new Config.Texts(
            values.take(RANKING_TITLE, value -> value.wholeNumber(1, 10)),
            values.take(RANKING_EXCERPT, value -> value.wholeNumber(0, 10)),
            values.take(RANKING_TOPIC, value -> value.wholeNumber(0, 10)),
            values.take(RANKING_PROVIDER, value -> value.wholeNumber(0, 10)),
            values.take(RANKING_BODY, value -> value.between(0, 1))),
        new Config.Bonus(
            values.take(RANKING_EXACT, value -> value.between(0, 1)),
            values.take(RANKING_PROXIMITY, value -> value.between(0, 10)),
            values.take(RANKING_SYNONYM, value -> value.between(0.01, 1)),
            values.take(RANKING_FEEDBACK, value -> value.between(0, 10))),
        new Config.Relax(
            values.take(RELAX_WORDS, value -> value.wholeNumber(0, 100)),
            values.take(RELAX_BELOW, value -> value.wholeNumber(0, 10_000)),
            values.take(RELAX_LONG_BELOW, value -> value.wholeNumber(0, 10_000)),
            values.take(RELAX_ENOUGH, value -> value.wholeNumber(1, 1_000_000))),
        new Config.Recency(
            values.take(RECENCY_WEIGHT, SettingValue::share),
            values.take(RECENCY_HALF_LIFE, SettingValue::duration, SettingValue::shown)));
  }

  /** Reads values and remembers what was read. */
  private static final class Values {
    private final Map<String, Given> given;
    private final List<Config.Setting> settings = new ArrayList<>();

    Values(Map<String, Given> given) {
      this.given = given;
    }

    <T> T take(String name, Function<SettingValue, T> read) {
      return take(name, read, Object::toString);
    }

    /** The value of a setting that has no default. */
    <T> Optional<T> takeIfGiven(String name, Function<SettingValue, T> read) {
      if (given.containsKey(name)) {
        return Optional.of(take(name, read));
      }
      settings.add(new Config.Setting(name, "", new Origin.BuiltIn()));
      return Optional.empty();
    }

    /** A time in whole milliseconds, which is shown as it is written. */
    Duration takeMillis(String name, int min) {
      return Duration.ofMillis(take(name, value -> value.wholeNumber(min, LONGEST_TIME)));
    }

    <T> T take(String name, Function<SettingValue, T> read, Function<T, String> shown) {
      Given written = Objects.requireNonNull(given.get(name), name);
      T value = read.apply(new SettingValue(name, written));
      settings.add(new Config.Setting(name, shown.apply(value), written.origin()));
      return value;
    }
  }
}
