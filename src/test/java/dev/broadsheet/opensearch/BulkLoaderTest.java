package dev.broadsheet.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.fixture.FakeCluster;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How documents are written to a cluster that can't take all of them at once. */
final class BulkLoaderTest {
  private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");

  private final List<List<String>> asked = new CopyOnWriteArrayList<>();
  private FakeCluster server;
  private Cluster cluster;
  private Refusal refusal = (id, attempt) -> 201;

  /** Says with which status a document is answered. */
  private interface Refusal {
    int status(String id, int attempt);
  }

  @BeforeEach
  void start() throws IOException {
    server = FakeCluster.open(this::answer);
    URI url = URI.create("http://127.0.0.1:" + server.port());
    cluster =
        Cluster.of(
            new OpenSearchSettings.Cluster(List.of(url), Optional.empty(), Optional.empty()));
  }

  @AfterEach
  void stop() {
    cluster.close();
    server.close();
  }

  private FakeCluster.Answer answer(String lines) {
    List<String> ids = new ArrayList<>();
    List<String> items = new ArrayList<>();
    var matcher = ID.matcher(lines);
    while (matcher.find()) {
      ids.add(matcher.group(1));
      int status = refusal.status(matcher.group(1), asked.size());
      items.add("{\"index\":{\"status\":" + status + ",\"error\":{\"type\":\"why\"}}}");
    }
    asked.add(ids);
    return new FakeCluster.Answer(200, "{\"items\":[" + String.join(",", items) + "]}");
  }

  private void write(String... ids) throws IOException {
    try (var loader = new BulkLoader(cluster, "news")) {
      for (String id : ids) {
        loader.add(new BulkLoader.Operation(id, "{}"));
      }
      loader.flush();
    }
  }

  @Test
  void writesManyAtOnce() throws IOException {
    write("a", "b", "c");
    assertThat(asked).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void writesAgainWhatThereWasNoRoomFor_andNothingElse() throws IOException {
    refusal = (id, attempt) -> id.equals("b") && attempt == 0 ? 429 : 201;
    write("a", "b", "c");
    assertThat(asked).containsExactly(List.of("a", "b", "c"), List.of("b"));
  }

  @Test
  void failsWhereADocumentIsRefused() {
    refusal = (id, attempt) -> id.equals("c") ? 400 : 201;
    assertThatThrownBy(() -> write("a", "b", "c"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused the document c")
        .hasMessageContaining("why");
    assertThat(asked).hasSize(1);
  }
}
