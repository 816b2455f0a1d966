package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.BroadsheetProcess;
import dev.broadsheet.fixture.Thorough;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that do nothing, or never come to the end of a request, in thousands. */
@Timeout(120)
@Thorough
final class IdleConnectionsTest {
  private static final int WANTED = Integer.getInteger("idle.connections", 10_000);

  /** Files that the test and the server need besides. */
  private static final int OTHER_FILES = 300;

  /** The server takes no more connections than these of the files it may open. */
  private static final double SHARE_OF_FILES = 0.75;

  @TempDir private Path folder;
  private final List<SocketChannel> channels = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (SocketChannel channel : channels) {
      channel.close();
    }
  }

  /** The server inherits the limit of this process. */
  private static int possible() throws JMException {
    Object files =
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME),
                "MaxFileDescriptorCount");
    return (int) Math.min(WANTED, SHARE_OF_FILES * (Long) files - OTHER_FILES);
  }

  private void connect(int port, int connections) throws IOException {
    byte[] begun = "GET /search HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < connections; i++) {
      SocketChannel channel = SocketChannel.open(address);
      channels.add(channel);
      if (i % 2 == 0) {
        channel.write(ByteBuffer.wrap(begun));
      }
    }
  }

  @Test
  void thousandsOfIdleConnections_stopNoOther() throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("a.md"), "---\ntitle: Walrus\n---\n");
    int connections = possible();
    System.out.println(
        "IdleConnectionsTest: " + connections + " connections, of " + WANTED + " wanted");
    assertThat(connections).isPositive();
    try (BroadsheetProcess server = BroadsheetProcess.serve(corpus, folder.resolve("index"))) {
      for (int tenth = 0; tenth < 10; tenth++) {
        connect(server.port(), connections / 10);
        assertThat(server.search("q=walrus").get("total").asLong()).isEqualTo(1);
      }
      assertThat(server.log()).doesNotContain("WARN", "ERROR");
      assertThat(server.stop()).isZero();
    }
  }
}
