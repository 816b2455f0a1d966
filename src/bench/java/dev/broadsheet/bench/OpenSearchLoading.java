package dev.broadsheet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads a {@code .jsonl} corpus into an OpenSearch that runs: {@code url=… corpus=FILE}. One shard
 * without replicas, no refresh while loading, two bulk requests at a time, then one segment. Prints
 * the items a second, the merge included.
 */
public final class OpenSearchLoading {
  private static final int BULK = 5_000;
  private static final int AT_ONCE = 2;
  private static final String SETTINGS =
      """
      {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
         "requests.cache.enable": false,
         "analysis": {"normalizer": {"folded": {"type": "custom", "filter": ["lowercase"]}}}},
       "mappings": {"dynamic": false, "properties": {
         "title": {"type": "text", "analyzer": "english"},
         "excerpt": {"type": "text", "analyzer": "english"},
         "publishedDateTime": {"type": "date"},
         "quality": {"type": "rank_feature"},
         "topic": {"type": "keyword", "normalizer": "folded"},
         "provider": {"type": "keyword", "normalizer": "folded"},
         "category": {"type": "keyword"}, "type": {"type": "keyword"}}}}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  private OpenSearchLoading(URI server) {
    this.server = server;
  }

  /** Loads, and prints how fast that was. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var options = new Options(arguments);
    URI url = options.url("url").orElseThrow();
    Path corpus = options.path("corpus");
    options.end();
    new OpenSearchLoading(url).load(corpus);
  }

  private void load(Path corpus) throws IOException, InterruptedException {
    send("DELETE", "", "", 404);
    send("PUT", "", SETTINGS, 200);
    long start = System.nanoTime();
    var items = new AtomicInteger();
    var free = new Semaphore(AT_ONCE);
    try (Stream<String> lines = Files.lines(corpus);
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
      lines.gather(Gatherers.windowFixed(BULK)).forEach(bulk -> {
        free.acquireUninterruptibly();
        senders.execute(() -> {
          send("POST", "/_bulk", bulk(bulk), 200);
          items.addAndGet(bulk.size());
          free.release();
        });
      });
    }
    send("POST", "/_forcemerge?max_num_segments=1", "", 200);
    send("POST", "/_refresh", "", 200);
    double seconds = (System.nanoTime() - start) / 1e9;
    JsonNode stats = JsonMapper.shared().readTree(send("GET", "/_stats/store,docs", "", 200));
    System.out.printf(
        Locale.ROOT,
        "OpenSearch: %,d items in %.1f s, %,.0f/s; it says %s%n",
        items.get(),
        seconds,
        items.get() / seconds,
        stats.path("_all").path("primaries"));
  }

  private static String bulk(List<String> lines) {
    var body = new StringBuilder();
    for (String line : lines) {
      ObjectNode item = (ObjectNode) JsonMapper.shared().readTree(line);
      item.set("topic", item.path("topics"));
      item.set("provider", item.path("provider").path("domain"));
      body.append("{\"index\":{}}\n").append(item).append('\n');
    }
    return body.toString();
  }

  /** Sends to the index; another status than the good one, or 200, is an error. */
  private String send(String method, String path, String body, int good) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/" + OpenSearchQueries.INDEX + path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(body))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != good && response.statusCode() != 200) {
        throw new IllegalStateException(response.body());
      }
      return response.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
