package dev.broadsheet.opensearch;

import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Restriction;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the cluster engine is set.
 *
 * @param cluster where the cluster is, and who asks it
 * @param index how the index is kept there
 * @param quality how much quality counts; takes effect with the next reindex
 * @param onlyPublished whether items that are not published are hidden from every answer
 * @param ranking how much each part of a match counts
 * @param synonyms a file of rules for words that mean the same; passed over where it isn't there,
 *     and read again when it changes
 */
public record OpenSearchSettings(
    Cluster cluster,
    Index index,
    QualityBoost quality,
    boolean onlyPublished,
    Ranking ranking,
    Optional<Path> synonyms) {
  /**
   * Where a cluster is.
   *
   * @param hosts one or more of its nodes, each {@code http} or {@code https}
   * @param user who asks, with a password; nobody, if empty
   * @param certificate the authority, in PEM form, that signed the nodes' certificates; those that
   *     Java knows, if empty
   */
  public record Cluster(List<URI> hosts, Optional<User> user, Optional<Path> certificate) {
    /** Copies the hosts, and checks that there is one. */
    public Cluster {
      hosts = List.copyOf(hosts);
      if (hosts.isEmpty()) {
        throw new IllegalArgumentException("hosts: there must be one");
      }
    }
  }

  /**
   * Who asks.
   *
   * @param name of the user
   * @param password never shown
   */
  public record User(String name, String password) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * How an index is kept.
   *
   * @param alias the name by which it is read; what is built stands behind it
   * @param shards parts into which it is divided, 1 and up
   * @param replicas copies of each part besides the first, 0 and up
   */
  public record Index(String alias, int shards, int replicas) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** Checks the name and the numbers. */
    public Index {
      if (!NAME.matcher(alias).matches()) {
        throw new IllegalArgumentException(
            "index name: '" + alias + "' is not lower-case letters, digits and dashes");
      }
      if (shards < 1 || replicas < 0) {
        throw new IllegalArgumentException("shards: " + shards + ", replicas: " + replicas);
      }
    }
  }

  Restriction restriction() {
    return new Restriction(onlyPublished);
  }
}
