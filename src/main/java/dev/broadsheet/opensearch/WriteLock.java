package dev.broadsheet.opensearch;

import dev.broadsheet.indexing.IndexLockedException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps other writers out of an index until it is closed: a document that says who writes, and
 * until when that holds. A writer that dies says so no more, and after that another may write.
 */
final class WriteLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);
  private static final String LOCKS = "/broadsheet-locks";

  /** Longer than any pause of a living writer, and no longer than one likes to wait for a dead. */
  private static final Duration HELD = Duration.ofSeconds(60);

  private static final Duration RENEWED = Duration.ofSeconds(15);

  private final Cluster cluster;
  private final String alias;
  private final String holder;
  private final Thread renewal;

  private WriteLock(Cluster cluster, String alias, String holder) {
    this.cluster = cluster;
    this.alias = alias;
    this.holder = holder;
    this.renewal = Thread.ofVirtual().name("write-lock").unstarted(this::renew);
  }

  /**
   * Takes the lock of an index.
   *
   * @throws IndexLockedException where another process has it
   */
  static WriteLock obtain(Cluster cluster, String alias) throws IOException {
    create(cluster);
    String holder =
        "process "
            + ProcessHandle.current().pid()
            + " of "
            + InetAddress.getLocalHost().getHostName()
            + ", since "
            + Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var lock = new WriteLock(cluster, alias, holder);
    try {
      cluster.put(LOCKS + "/_create/" + alias, lock.document());
    } catch (ClusterException e) {
      if (!e.isConflict()) {
        throw e;
      }
      lock.takeOver();
    }
    lock.renewal.start();
    return lock;
  }

  private static void create(Cluster cluster) throws IOException {
    try {
      cluster.get(LOCKS);
    } catch (ClusterException missing) {
      try {
        cluster.put(
            LOCKS,
            Json.object(
                "settings", Json.object("number_of_shards", 1, "auto_expand_replicas", "0-1")));
      } catch (ClusterException e) {
        LOG.debug("made by another process, or not at all, which will show", e);
      }
    }
  }

  private ObjectNode document() {
    return Json.object("holder", holder, "until", Instant.now().plus(HELD).toString());
  }

  private void takeOver() throws IOException {
    JsonNode known = cluster.get(LOCKS + "/_doc/" + alias);
    Instant until = Instant.parse(known.path("_source").path("until").asString());
    if (until.isAfter(Instant.now())) {
      throw locked(known);
    }
    try {
      cluster.call(
          "PUT",
          LOCKS + "/_doc/" + alias,
          Map.of(
              "if_seq_no", known.path("_seq_no").asString(),
              "if_primary_term", known.path("_primary_term").asString()),
          document());
    } catch (ClusterException e) {
      if (e.isConflict()) {
        throw locked(known);
      }
      throw e;
    }
  }

  private IndexLockedException locked(JsonNode known) {
    return new IndexLockedException(
        "the index "
            + alias
            + " is being written to by "
            + known.path("_source").path("holder").asString("another process"));
  }

  /** Fails where another process has taken the lock, as this one has not been heard of for long. */
  void requireHeld() throws IOException {
    JsonNode known = cluster.get(LOCKS + "/_doc/" + alias).path("_source");
    if (!known.path("holder").asString("").equals(holder)) {
      throw new IOException("the lock of the index " + alias + " was lost to " + known);
    }
  }

  private void renew() {
    try {
      while (true) {
        Thread.sleep(RENEWED);
        requireHeld();
        cluster.put(LOCKS + "/_doc/" + alias, document());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.warn("can't renew the lock of the index {}", alias, e);
    }
  }

  @Override
  public void close() {
    renewal.interrupt();
    try {
      renewal.join();
      requireHeld();
      cluster.delete(LOCKS + "/_doc/" + alias);
    } catch (IOException | RuntimeException e) {
      LOG.warn("can't give back the lock of the index {}; it ends by itself", alias, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
