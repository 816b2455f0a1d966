package dev.broadsheet.opensearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Writes documents to an index, many at once, in a few requests side by side. Each document's
 * result is looked at: what the cluster had no room for is written again, later and later; what it
 * refuses fails the whole. To write a document again changes nothing, so that what got no answer is
 * written again too. Safe for use by many threads.
 */
final class BulkLoader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BulkLoader.class);
  private static final int MAX_CHARS = 4_000_000;
  private static final int MAX_DOCUMENTS = 1000;

  /** More at once would make a small cluster refuse, not hurry. */
  private static final int SIDE_BY_SIDE = 3;

  private static final int ATTEMPTS = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final int BUSY = 429;
  private static final int UNAVAILABLE = 503;
  private static final int NOT_FOUND = 404;
  private static final int FIRST_ERROR = 300;

  private final Cluster cluster;
  private final String index;
  private final Semaphore free = new Semaphore(SIDE_BY_SIDE);
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private List<Operation> batch = new ArrayList<>();
  private int chars;
  private volatile @Nullable IOException failure;

  BulkLoader(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /**
   * One document to write, or to delete.
   *
   * @param id its identity
   * @param source the document as JSON; empty to delete it
   */
  record Operation(String id, String source) {
    String lines(String index) {
      String name = "{\"_index\":\"" + index + "\",\"_id\":\"" + id + "\"}}\n";
      return source.isEmpty() ? "{\"delete\":" + name : "{\"index\":" + name + source + "\n";
    }
  }

  /** Takes a document, to be written soon; waits while too many are on their way. */
  void add(Operation operation) throws IOException {
    List<Operation> full = null;
    synchronized (this) {
      batch.add(operation);
      chars += operation.source().length();
      if (chars >= MAX_CHARS || batch.size() >= MAX_DOCUMENTS) {
        full = taken();
      }
    }
    if (full != null) {
      send(full);
    }
  }

  private List<Operation> taken() {
    List<Operation> full = batch;
    batch = new ArrayList<>();
    chars = 0;
    return full;
  }

  /** Waits until all is written. */
  void flush() throws IOException {
    List<Operation> rest;
    synchronized (this) {
      rest = taken();
    }
    send(rest);
    acquire(SIDE_BY_SIDE);
    free.release(SIDE_BY_SIDE);
    check();
  }

  private void send(List<Operation> operations) throws IOException {
    check();
    if (operations.isEmpty()) {
      return;
    }
    acquire(1);
    senders.execute(() -> {
      try {
        write(operations);
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException(e.getMessage(), e);
      } finally {
        free.release();
      }
    });
  }

  private void acquire(int permits) throws IOException {
    try {
      free.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while documents were written", e);
    }
  }

  private void check() throws IOException {
    IOException known = failure;
    if (known != null) {
      throw new IOException(known.getMessage(), known);
    }
  }

  private void write(List<Operation> operations) throws IOException {
    List<Operation> left = operations;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      try {
        left = refused(left);
        if (!left.isEmpty() && attempt >= ATTEMPTS) {
          throw new IOException(
              "the cluster had no room for " + left.size() + " documents, again and again");
        }
      } catch (IOException e) {
        if (attempt >= ATTEMPTS || (e instanceof ClusterException known && !known.mayPass())) {
          throw e;
        }
        LOG.warn("documents are written again: {}", e.getMessage());
      }
      if (!left.isEmpty()) {
        pause(attempt);
      }
    }
  }

  /** Writes, and returns what there was no room for. */
  private List<Operation> refused(List<Operation> operations) throws IOException {
    var lines = new StringBuilder();
    operations.forEach(operation -> lines.append(operation.lines(index)));
    JsonNode items = cluster.bulk(lines.toString()).path("items");
    if (items.size() != operations.size()) {
      throw new IOException(
          items.size() + " results were told of " + operations.size() + " documents");
    }
    List<Operation> refused = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      JsonNode result = items.path(i).path(operation.source().isEmpty() ? "delete" : "index");
      int status = result.path("status").asInt();
      boolean gone = status == NOT_FOUND && operation.source().isEmpty();
      if (status == BUSY || status == UNAVAILABLE) {
        refused.add(operation);
      } else if (status >= FIRST_ERROR && !gone) {
        throw new IllegalStateException(
            "the cluster refused the document " + operation.id() + ": " + result.path("error"));
      }
    }
    return refused;
  }

  private static void pause(int attempt) throws IOException {
    long most = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << attempt);
    try {
      // Not all at the same time.
      Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while documents were written", e);
    }
  }

  @Override
  public void close() {
    senders.shutdownNow();
    senders.close();
  }
}
