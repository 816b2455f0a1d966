package dev.broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a cluster, within the {@link TimeLimit} of what is being done. Safe for use by many threads;
 * nothing is asked before the first call, so that a cluster may be down when this is made.
 */
final class Cluster implements AutoCloseable {
  private static final int FIRST_ERROR = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int MAX_REASON = 500;

  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;

  private Cluster(OpenSearchTransport transport) {
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
  }

  /** Makes what is needed to ask; throws where the certificate can't be read. */
  static Cluster of(OpenSearchSettings.Cluster settings) throws IOException {
    return new Cluster(Connections.open(settings));
  }

  JsonNode get(String path) throws IOException {
    return call("GET", path, Map.of(), null);
  }

  JsonNode post(String path, JsonNode body) throws IOException {
    return call("POST", path, Map.of(), body);
  }

  JsonNode put(String path, JsonNode body) throws IOException {
    return call("PUT", path, Map.of(), body);
  }

  void delete(String path) throws IOException {
    call("DELETE", path, Map.of(), null);
  }

  /**
   * Asks for something.
   *
   * @throws ClusterException where the answer is that it can't be done
   * @throws IOException where there is no answer
   */
  JsonNode call(String method, String path, Map<String, String> parameters, @Nullable JsonNode body)
      throws IOException {
    var request = Requests.builder().endpoint(path).method(method).query(parameters);
    if (body != null) {
      request.body(json(body.toString(), "application/json"));
    }
    return answer(client.executeAsync(request.build()));
  }

  /** Has many documents written at once; each of the answer's items has to be looked at. */
  JsonNode bulk(String lines) throws IOException {
    return answer(
        client.executeAsync(
            Requests.builder()
                .endpoint("/_bulk")
                .method("POST")
                .body(json(lines, "application/x-ndjson"))
                .build()));
  }

  private static Body json(String text, String type) {
    return Objects.requireNonNull(Body.from(text.getBytes(StandardCharsets.UTF_8), type));
  }

  private static JsonNode answer(CompletableFuture<Response> asked) throws IOException {
    try (Response response = asked.get(TimeLimit.left(), TimeUnit.NANOSECONDS)) {
      JsonNode body = read(response);
      if (response.getStatus() >= FIRST_ERROR) {
        throw new ClusterException(response.getStatus(), reason(response.getStatus(), body));
      }
      return body;
    } catch (ExecutionException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof ResponseException refused) {
          throw refused(refused);
        }
      }
      throw new IOException("the cluster can't be asked: " + e.getCause(), e);
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw TimeLimit.exceeded();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the cluster was asked", e);
    }
  }

  /** The client takes some answers for failures: they are what the cluster says all the same. */
  private static ClusterException refused(ResponseException refused) {
    String told = String.valueOf(refused.getMessage());
    int body = told.indexOf('{');
    try {
      JsonNode answer = body < 0 ? Json.object() : Json.MAPPER.readTree(told.substring(body));
      return new ClusterException(refused.status(), reason(refused.status(), answer));
    } catch (JacksonException notAllOfIt) {
      return new ClusterException(refused.status(), told);
    }
  }

  private static JsonNode read(Response response) throws IOException {
    if (response.getBody().isEmpty()) {
      return Json.object();
    }
    try (Body body = response.getBody().get();
        InputStream in = body.body()) {
      byte[] bytes = in.readAllBytes();
      return bytes.length == 0 ? Json.object() : Json.MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw new ClusterException(response.getStatus(), "the cluster answered with no JSON");
    }
  }

  private static String reason(int status, JsonNode body) {
    JsonNode error = body.path("error");
    JsonNode cause = error.path("root_cause").path(0);
    JsonNode told = cause instanceof ObjectNode ? cause : error;
    String reason =
        error.isString()
            ? error.asString()
            : told.path("type").asString("error") + ": " + told.path("reason").asString("");
    String shown = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    String why = error.isMissingNode() ? "" : ", " + shown;
    String whatToDo = status == UNAUTHORIZED ? ": see opensearch.user and opensearch.password" : "";
    return "the cluster answered with " + status + why + whatToDo;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException("can't close the connections to the cluster", e);
    }
  }
}
