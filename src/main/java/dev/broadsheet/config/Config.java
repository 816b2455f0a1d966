package dev.broadsheet.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All settings, checked. The paths are absolute.
 *
 * @param server where requests are answered
 * @param corpus the folder of the articles; default {@value #CORPUS}
 * @param index the folder of the index; default {@value #INDEX}
 * @param engine where the index is kept; default lucene
 * @param openSearch the cluster, where it is kept there
 * @param visibility which items are shown; default all
 * @param quality how much quality lifts
 * @param ranking how much else counts
 * @param synonyms the file of words that mean the same, which need not be there; default {@value
 *     #SYNONYMS}
 * @param threads that read files at once; default one a processor
 * @param site how the service presents itself
 * @param sharing who may keep answers, and whose pages may read them
 * @param load how much the server takes on at once
 * @param limits how long things may take, and how much one client may ask
 * @param admin who may do more than search
 * @param watch whether the server follows changes of the corpus; default {@value #WATCH}
 * @param queries the folder for counts of what visitors look for; nothing is counted without
 * @param log what is told of its work
 * @param semantic whether meanings are searched beside words; default {@value #SEMANTIC}
 * @param settings the same values as text, each with its origin, to be shown
 */
public record Config(
    Server server,
    Path corpus,
    Path index,
    Engine engine,
    OpenSearch openSearch,
    Visibility visibility,
    Quality quality,
    Ranking ranking,
    Path synonyms,
    int threads,
    Site site,
    Sharing sharing,
    Load load,
    Limits limits,
    Admin admin,
    boolean watch,
    Optional<Path> queries,
    Log log,
    boolean semantic,
    List<Setting> settings) {
  static final String CORPUS = "corpus";
  static final String INDEX = "index";
  static final String SYNONYMS = "synonyms.txt";
  static final Engine ENGINE = Engine.LUCENE;
  static final Visibility VISIBILITY = Visibility.ALL;
  static final boolean WATCH = false;
  static final String SEMANTIC = "off";

  /** Copies the settings. */
  public Config {
    settings = List.copyOf(settings);
  }

  static int defaultThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Where requests are answered.
   *
   * @param host name or address to listen on; default {@value #HOST}, which other machines can't
   *     reach
   * @param port 0 to 65535, 0 for any free one; default {@value #PORT}
   */
  public record Server(String host, int port) {
    static final String HOST = "127.0.0.1";
    static final int PORT = 8080;
  }

  /**
   * An OpenSearch cluster.
   *
   * @param hosts addresses of some of its nodes; default {@value #HOSTS}
   * @param index the name by which the index is read; default {@value #INDEX}
   * @param shards parts of the index; default {@value #SHARDS}
   * @param replicas copies of each part besides the first; default {@value #REPLICAS}
   * @param user who asks; nobody, if empty
   * @param password of the user
   * @param certificate a file with the authority that signed the nodes' certificates; those that
   *     Java knows, if empty
   */
  public record OpenSearch(
      List<String> hosts,
      String index,
      int shards,
      int replicas,
      Optional<String> user,
      SecretOrFile password,
      Optional<Path> certificate) {
    static final String HOSTS = "http://127.0.0.1:9200";
    static final String INDEX = "broadsheet";
    static final int SHARDS = 1;
    static final int REPLICAS = 1;

    /** Copies the hosts. */
    public OpenSearch {
      hosts = List.copyOf(hosts);
    }
  }

  /**
   * A secret, wherever it is.
   *
   * @param text the secret itself
   * @param file a file that holds it, instead
   */
  public record SecretOrFile(Optional<Secret> text, Optional<Path> file) {
    /**
     * The secret. The file is read now: only who needs it has to be allowed to.
     *
     * @throws ConfigException where the file can't be read, or is blank
     */
    public Optional<Secret> read() {
      return text.or(() -> file.map(SecretFile::read));
    }
  }

  /**
   * How much an item's quality lifts it: its relevance is multiplied by {@code 1 + weight * (q -
   * pivot) / (q + pivot)}.
   *
   * @param weight 0 (not at all) to below 1; default {@value #WEIGHT}
   * @param pivot the quality that changes nothing, above 0; default {@value #PIVOT}
   */
  public record Quality(double weight, double pivot) {
    static final double WEIGHT = 0.3;
    static final double PIVOT = 60;
  }

  /**
   * How much each part of a match counts.
   *
   * @param texts of an item
   * @param bonus what counts besides
   * @param relax when items that lack some of the words are found too
   * @param recency how much newer items are favoured
   */
  public record Ranking(Texts texts, Bonus bonus, Relax relax, Recency recency) {}

  /**
   * How much the texts of an item count. All but the body take effect with the next reindex.
   *
   * @param title 1 to 10; default {@value #TITLE}
   * @param excerpt 0 to 10; default {@value #EXCERPT}
   * @param topic 0 to 10; default {@value #TOPIC}
   * @param provider 0 to 10; default {@value #PROVIDER}
   * @param body as a share of the others, 0 to 1; default {@value #BODY}
   */
  public record Texts(int title, int excerpt, int topic, int provider, double body) {
    static final int TITLE = 3;
    static final int EXCERPT = 1;
    static final int TOPIC = 1;
    static final int PROVIDER = 1;
    static final double BODY = 0.4;
  }

  /**
   * What counts besides the words themselves.
   *
   * @param exact the share of a word's weight for its exact form, 0 to 1; default {@value #EXACT}
   * @param proximity of neighbouring words near each other, 0 to 10; default {@value #PROXIMITY}
   * @param synonym as a share of the typed word, above 0 to 1; default {@value #SYNONYM}
   * @param feedback of what the best items of a relaxed search have in common, 0 to 10; default
   *     {@value #FEEDBACK}
   */
  public record Bonus(double exact, double proximity, double synonym, double feedback) {
    static final double EXACT = 0.2;
    static final double PROXIMITY = 0.3;
    static final double SYNONYM = 0.8;
    static final double FEEDBACK = 0.5;
  }

  /**
   * When items that lack some of the words are found too.
   *
   * @param words a query of up to so many is short; default {@value #WORDS}
   * @param below a short query is relaxed where fewer items have all words, 0 for never; default
   *     {@value #BELOW}
   * @param longBelow the same for a longer query; default {@value #LONG_BELOW}
   * @param enough items that a relaxed search aims at; default {@value #ENOUGH}
   */
  public record Relax(int words, int below, int longBelow, int enough) {
    static final int WORDS = 3;
    static final int BELOW = 10;
    static final int LONG_BELOW = 100;
    static final int ENOUGH = 1000;
  }

  /**
   * How much newer items are favoured: relevance is multiplied by {@code 1 - weight + weight *
   * 2^(-age / halfLife)}.
   *
   * @param weight 0 (not at all) to below 1; default {@value #WEIGHT}
   * @param halfLife after which half of the weight is gone; default {@value #HALF_LIFE}
   */
  public record Recency(double weight, Duration halfLife) {
    static final double WEIGHT = 0;
    static final String HALF_LIFE = "7d";
  }

  /**
   * How the service presents itself in feeds and to browsers.
   *
   * @param name for a person; default {@value #NAME}
   * @param publicUrl where visitors reach it, such as behind a proxy; empty, the default, where
   *     each request tells
   */
  public record Site(String name, Optional<String> publicUrl) {
    static final String NAME = "Broadsheet";
  }

  /**
   * Who may keep answers, and whose pages may read them.
   *
   * @param maxAge how long browsers and proxies may show an answer without asking whether it still
   *     holds, in whole seconds; default 0
   * @param origins of the pages whose scripts may read answers, such as {@code
   *     https://www.example.com}; {@code *} for any; default none
   */
  public record Sharing(Duration maxAge, List<String> origins) {
    static final int MAX_AGE = 0;

    /** Copies the origins. */
    public Sharing {
      origins = List.copyOf(origins);
    }
  }

  /**
   * How much the server takes on at once.
   *
   * @param running answers that are made at the same time; default two a processor
   * @param waiting requests that wait for their turn, at most; default {@value #WAITING}
   * @param longestWait how long one waits before it is turned away, in whole milliseconds; default
   *     {@value #MAX_WAIT_MS}
   */
  public record Load(int running, int waiting, Duration longestWait) {
    static final int WAITING = 256;
    static final int MAX_WAIT_MS = 1_000;

    /** While one answer waits for the disk, another can use the processor. */
    static int defaultRunning() {
      return 2 * Runtime.getRuntime().availableProcessors();
    }
  }

  /**
   * How long things may take, and how much one client may ask.
   *
   * @param search how long the engine may take for an answer, in whole milliseconds; default
   *     {@value #SEARCH_MS}
   * @param stop how long a stop waits for what is under way, in whole milliseconds; default {@value
   *     #STOP_MS}
   * @param rate how often a client may ask
   * @param proxies whose headers say which client a request is from: addresses, or ranges such as
   *     {@code 10.0.0.0/8}; default none
   * @param connections of clients
   */
  public record Limits(
      Duration search, Duration stop, Rate rate, List<String> proxies, Connections connections) {
    static final int SEARCH_MS = 2_000;
    static final int STOP_MS = 10_000;

    /** Copies the proxies. */
    public Limits {
      proxies = List.copyOf(proxies);
    }
  }

  /**
   * How often a client may ask.
   *
   * @param perSecond in the long run, 0 for as often as it likes; default {@value #PER_SECOND}
   * @param burst after a while without any; default {@value #BURST}
   */
  public record Rate(int perSecond, int burst) {
    static final int PER_SECOND = 100;
    static final int BURST = 500;
  }

  /**
   * The connections of clients, with times in whole milliseconds.
   *
   * @param max at the same time; default {@value #MAX}
   * @param idle how long one may do nothing; default {@value #IDLE_MS}
   * @param head how long the head of a request may take to arrive; default {@value #HEAD_MS}
   * @param answer how long from there until the whole answer has been taken; default {@value
   *     #ANSWER_MS}
   */
  public record Connections(int max, Duration idle, Duration head, Duration answer) {
    static final int MAX = 20_000;
    static final int IDLE_MS = 30_000;
    static final int HEAD_MS = 10_000;
    static final int ANSWER_MS = 60_000;
  }

  /**
   * Who may do more than search.
   *
   * @param token to be shown with a request; nowhere where nobody may, the default
   */
  public record Admin(SecretOrFile token) {}

  /**
   * What is told of the work, in the log.
   *
   * @param level from which on; default {@value #LEVEL}
   * @param format of a line; default {@value #FORMAT}
   * @param slow a search that takes the engine longer is told of; default {@value #SLOW_MS}
   *     milliseconds
   * @param queries whether what visitors look for may be told; default {@value #QUERIES}
   */
  public record Log(LogLevel level, LogFormat format, Duration slow, boolean queries) {
    static final String LEVEL = "info";
    static final String FORMAT = "text";
    static final int SLOW_MS = 1_000;
    static final boolean QUERIES = false;
  }

  /**
   * A setting as text.
   *
   * @param name as in the settings file
   * @param value as it applies; that of a secret is hidden; empty where it is not set
   * @param origin where it comes from
   */
  public record Setting(String name, String value, Origin origin) {}
}
