package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own that gets SIGTERM while clients are connected. */
@Timeout(120)
@Thorough
final class StopProcessTest {
  private static final Duration GRACE = Duration.ofSeconds(4);

  /** A machine may be slow to end a process, but not so slow. */
  private static final Duration SLACK = Duration.ofSeconds(15);

  private static final int ARTICLES = 100;
  private static final String ALL = "/search?size=" + ARTICLES + "&highlight=false";

  @TempDir private static Path folder;
  private final List<Socket> sockets = new ArrayList<>();
  private BroadsheetProcess server;

  /** All articles together are more than the network holds. */
  @BeforeAll
  static void write() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    String images =
        IntStream.range(0, 150)
            .mapToObj(image -> "{url: 'https://example.com/" + "i".repeat(1_000) + image + "'}")
            .collect(Collectors.joining(", ", "images: [", "]"));
    for (int i = 0; i < ARTICLES; i++) {
      Files.write(
          corpus.resolve("a" + i + ".md"),
          List.of(
              "---", "title: Walrus " + i, "sourceUrl: https://example.com/" + i, images, "---"));
    }
  }

  @BeforeEach
  void serve() throws IOException {
    server =
        BroadsheetProcess.serve(
            folder.resolve("corpus"),
            folder.resolve("index"),
            Map.of("BROADSHEET_STOP_GRACE_MS", Long.toString(GRACE.toMillis())));
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private Socket ask(String path) throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    socket.setSoTimeout(60_000);
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }

  private static String readLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static int readHead(InputStream answer) throws IOException {
    assertThat(readLine(answer)).isEqualTo("HTTP/1.1 200 OK");
    int length = 0;
    for (String line = readLine(answer); !line.isEmpty(); line = readLine(answer)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    return length;
  }

  private void assertStopsWithin(Duration time) throws InterruptedException {
    Instant begin = Instant.now();
    assertThat(server.stop()).isZero();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(time);
  }

  @Test
  void answerThatIsBeingRead_isSentToItsEnd() throws Exception {
    InputStream answer = ask(ALL).getInputStream();
    int length = readHead(answer);
    assertThat(length).isGreaterThan(10_000_000);
    server.signal();
    assertThat(answer.readNBytes(length)).hasSize(length).endsWith((byte) '}');
    assertStopsWithin(GRACE.plus(SLACK));
  }

  @Test
  void idleConnections_holdNothingUp() throws Exception {
    for (int i = 0; i < 20; i++) {
      InputStream answer = ask("/opensearch.xml").getInputStream();
      answer.readNBytes(readHead(answer));
    }
    assertStopsWithin(GRACE.plus(SLACK));
  }

  @Test
  void clientsThatDoNotRead_orDribble_holdNothingUp() throws Exception {
    readHead(ask(ALL).getInputStream());
    InputStream dribbling = ask(ALL).getInputStream();
    readHead(dribbling);
    Thread dribble =
        Thread.ofVirtual()
            .start(() -> {
              try {
                while (dribbling.read() >= 0) {
                  Thread.sleep(20);
                }
              } catch (IOException | InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
    try {
      assertStopsWithin(GRACE.plus(SLACK));
      assertThat(server.log()).doesNotContain("Exception", "\tat ");
    } finally {
      dribble.interrupt();
      dribble.join();
    }
  }
}
