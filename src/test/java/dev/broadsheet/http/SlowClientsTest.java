package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.http.HttpSettings.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time, over real sockets. */
@Timeout(60)
@Thorough
class SlowClientsTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String REQUEST = "GET /search HTTP/1.1\r\nHost: x\r\n\r\n";

  private final RecordingEngine engine = new RecordingEngine();
  private final List<Socket> sockets = new ArrayList<>();
  private RunningApi api = start(new Connections(100, LONG, SHORT, SHORT));

  private RunningApi start(Connections connections) {
    HttpSettings.Clients usual = HttpSettings.Clients.DEFAULT;
    var clients = new HttpSettings.Clients(usual.rate(), usual.proxies(), connections);
    return new RunningApi(engine, new HttpSettings("127.0.0.1", 0).withClients(clients));
  }

  private void restart(Connections connections) {
    api.close();
    api = start(connections);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    api.close();
  }

  private Socket connect() throws IOException {
    var socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(1_024);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), api.port()));
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Reads until nothing more comes, and says whether anything did. */
  private static boolean readToTheEnd(Socket socket) throws IOException {
    try {
      return socket.getInputStream().readAllBytes().length > 0;
    } catch (SocketException reset) {
      return false;
    }
  }

  @Test
  void headThatDribbles_isCutOff() throws Exception {
    Socket slow = connect();
    send(slow, "GET /search HTTP/1.1\r\nHost: x\r\n");
    assertThat(untilCutOff(slow)).isBetween(SHORT, Duration.ofSeconds(20));
    assertThat(readToTheEnd(slow)).isFalse();
    assertThat(api.get("/search").statusCode()).isEqualTo(200);
  }

  /** Sends a header now and then. */
  private static Duration untilCutOff(Socket slow) throws InterruptedException {
    Instant begin = Instant.now();
    try {
      while (true) {
        send(slow, "X-More: 1\r\n");
        Thread.sleep(50);
      }
    } catch (IOException cutOff) {
      return Duration.between(begin, Instant.now());
    }
  }

  @Test
  void headThatDribbles_isCutOff_alsoAfterARequest() throws Exception {
    Socket slow = connect();
    send(slow, REQUEST);
    while (slow.getInputStream().available() == 0) {
      Thread.sleep(5);
    }
    assertThat(untilCutOff(slow)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void answerThatIsTakenByteByByte_isCutOff() throws Exception {
    engine.answer(request ->
        request.page().size() == 1 ? Answers.bare("x".repeat(20_000_000)) : Answers.empty());
    Socket slow = connect();
    send(slow, REQUEST.replace("/search", "/search?size=1"));
    int taken = 0;
    Instant begin = Instant.now();
    InputStream answer = slow.getInputStream();
    try {
      while (answer.read() >= 0 && taken < 10_000_000) {
        taken++;
        // What the network has taken before is still to be read, but slowly only for a while.
        if (Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(4)) < 0) {
          Thread.sleep(5);
        }
      }
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
    assertThat(taken).isPositive().isLessThan(10_000_000);
    assertThat(api.get("/search").statusCode()).isEqualTo(200);
  }

  @Test
  void connectionThatDoesNothing_isClosed_butNotBefore() throws Exception {
    restart(new Connections(100, SHORT, LONG, LONG));
    Socket idle = connect();
    Instant begin = Instant.now();
    assertThat(readToTheEnd(idle)).isFalse();
    assertThat(Duration.between(begin, Instant.now())).isGreaterThan(SHORT.dividedBy(2));
  }

  @Test
  void usualClient_isNotCutOff_howeverOftenItAsks() throws Exception {
    Socket usual = connect();
    Instant end = Instant.now().plus(SHORT.multipliedBy(3));
    do {
      send(usual, "HEAD /search HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(readHead(usual.getInputStream())).startsWith("HTTP/1.1 200 ");
      Thread.sleep(50);
    } while (Instant.now().isBefore(end));
  }

  private static String readHead(InputStream answer) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) answer.read());
    }
    return head.toString();
  }

  @Test
  void moreConnectionsThanThereMayBe_waitUntilIdleOnesAreClosed() throws Exception {
    restart(new Connections(20, LONG, LONG, LONG));
    for (int i = 0; i < 40; i++) {
      connect();
    }
    assertThat(api.get("/search").statusCode()).isEqualTo(200);
  }

  @Test
  void bodyThatNobodyWants_isNotReadToItsEnd() throws Exception {
    Socket sender = connect();
    send(sender, "GET /search HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000000\r\n\r\n");
    assertThat(readHead(sender.getInputStream())).startsWith("HTTP/1.1 200 ");
    assertThat(untilRefused(sender)).isLessThan(100_000_000);
  }

  private static long untilRefused(Socket sender) {
    byte[] chunk = new byte[100_000];
    long sent = 0;
    try {
      while (sent < 10_000_000_000L) {
        sender.getOutputStream().write(chunk);
        sent += chunk.length;
      }
    } catch (IOException refused) {
      return sent;
    }
    return sent;
  }

  @Test
  void someFiles_areLeftForTheIndex() {
    assertThat(Door.most(20_000, OptionalLong.of(1_024))).isEqualTo(768);
    assertThat(Door.most(20_000, OptionalLong.of(1_000_000))).isEqualTo(20_000);
    assertThat(Door.most(20_000, OptionalLong.empty())).isEqualTo(20_000);
    assertThat(Door.openFiles().orElse(-1)).isPositive();
  }
}
