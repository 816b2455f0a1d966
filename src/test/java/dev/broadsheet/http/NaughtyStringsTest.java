package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaughtyStringsTest {
  @ParameterizedTest
  @ValueSource(strings = {"q", "topic", "from", "tz", "facets", "quality.min", "size"})
  void naughtyString_isNeverAServerError(String parameter) throws Exception {
    List<String> strings = strings();
    try (HttpClient client = HttpClient.newHttpClient();
        HttpApi api =
            HttpApi.start(
                new RecordingEngine(), new HttpSettings("127.0.0.1", 0), Clock.systemUTC())) {
      for (String text : strings) {
        String query = parameter + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(api.url() + "/search?" + query)).build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
            .as(query)
            .isIn(200, 400);
      }
    }
  }

  private static List<String> strings() throws IOException {
    Optional<Path> file =
        Optional.ofNullable(System.getenv("BROADSHEET_TEST_DATA"))
            .map(folder -> Path.of(folder, "hostile", "naughty-strings.txt"))
            .filter(Files::exists);
    assumeTrue(file.isPresent(), "BROADSHEET_TEST_DATA names no folder with the strings");
    return Files.readAllLines(file.orElseThrow()).stream()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
