package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** A server over an engine, and a client that asks it. Who starts it closes it. */
final class RunningApi implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final HttpApi api;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningApi(HttpApi api) {
    this.api = api;
  }

  RunningApi(SearchEngine engine, HttpSettings settings, Clock clock) {
    this(HttpApi.start(engine, settings, clock));
  }

  /** With an operator, who has a token or, where it is empty, none. */
  static RunningApi operated(SearchEngine engine, ReindexControl reindexes, String token) {
    var operation =
        new Operation(
            Metrics.create(),
            Optional.of(reindexes),
            Optional.of(token).filter(given -> !given.isEmpty()),
            Optional.empty());
    return operated(engine, operation);
  }

  static RunningApi operated(SearchEngine engine, Operation operation) {
    return new RunningApi(
        HttpApi.start(
            engine, new HttpSettings("127.0.0.1", 0), Clock.fixed(NOW, ZoneOffset.UTC), operation));
  }

  RunningApi(SearchEngine engine, HttpSettings settings) {
    this(engine, settings, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** With the defaults. */
  RunningApi(SearchEngine engine) {
    this(engine, new HttpSettings("127.0.0.1", 0));
  }

  int port() {
    return api.port();
  }

  /** Gets a path with some headers, names and values by turns. */
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api.url() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static String header(HttpResponse<?> response, String name) {
    return String.join(", ", response.headers().allValues(name));
  }

  @Override
  public void close() {
    client.close();
    api.close();
  }
}
