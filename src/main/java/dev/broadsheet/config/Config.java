package dev.broadsheet.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All settings, checked. The paths are absolute.
 *
 * @param server where requests are answered
 * @param corpus the folder of the articles; default {@value #CORPUS}
 * @param index the folder of the index; default {@value #INDEX}
 * @param visibility which items are shown; default all
 * @param quality how much quality lifts
 * @param threads that read files at once; default one a processor
 * @param admin who may do more than search
 * @param settings the same values as text, each with its origin, to be shown
 */
public record Config(
    Server server,
    Path corpus,
    Path index,
    Visibility visibility,
    Quality quality,
    int threads,
    Admin admin,
    List<Setting> settings) {
  static final String CORPUS = "corpus";
  static final String INDEX = "index";
  static final Visibility VISIBILITY = Visibility.ALL;

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
   * Who may do more than search.
   *
   * @param token to be shown with a request; empty where nobody may, the default
   */
  public record Admin(Optional<Secret> token) {}

  /**
   * A setting as text.
   *
   * @param name as in the settings file
   * @param value as it applies; that of a secret is hidden
   * @param origin where it comes from
   */
  public record Setting(String name, String value, Origin origin) {}
}
