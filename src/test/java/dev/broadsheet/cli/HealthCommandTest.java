package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthCommandTest {
  private final CommandRun command = new CommandRun();

  /** Answers one request, and tells its first line. */
  private static CompletableFuture<String> answer(ServerSocket server, String status) {
    return CompletableFuture.supplyAsync(() -> {
      try (Socket client = server.accept()) {
        byte[] asked = new byte[100];
        int read = client.getInputStream().read(asked);
        client
            .getOutputStream()
            .write(
                ("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
                    .getBytes(StandardCharsets.UTF_8));
        return new String(asked, 0, read, StandardCharsets.UTF_8).lines().toList().getFirst();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 200 OK, 0",
    "0.0.0.0, 200 OK, 0",
    "127.0.0.1, 503 Service Unavailable, 1",
    "127.0.0.1, 404 Not Found, 1"
  })
  void status_isThatOfTheServer(String host, String answered, int status) throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked = answer(server, answered);

      int ended = command.run("health", "--host", host, "--port", "" + server.getLocalPort());

      assertThat(ended).isEqualTo(status);
      assertThat(asked.join()).isEqualTo("GET /health/ready HTTP/1.1");
      assertThat(command.out()).isEqualTo("{}\n");
    }
  }

  @Test
  void live_asksForLess() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<String> asked = answer(server, "200 OK");

      command.run("health", "--live", "--port", "" + server.getLocalPort());

      assertThat(asked.join()).isEqualTo("GET /health/live HTTP/1.1");
    }
  }

  @Test
  void whereNobodyListens_itFails() throws IOException {
    int port;
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }

    assertThat(command.run("health", "--port", "" + port)).isEqualTo(1);
    assertThat(command.err()).startsWith("broadsheet: no answer from http://127.0.0.1:" + port);
  }
}
