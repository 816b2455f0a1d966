package dev.broadsheet.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks a server over several connections that are kept alive, all by one thread, as wrk does: with a
 * thread for each, the client took twice as much of the processors that it shares with the server.
 * Requests are bytes made before; an answer is read to its end and not looked at.
 */
final class HttpLoad implements Load {
  /** Longer than any head, and than most answers. */
  private static final int BUFFER = 1 << 16;

  private static final long WAIT_MILLIS = 100;

  private final QueryFile queries;
  private final URI server;
  private final List<byte[]> requests;
  private final int size;
  private final List<Connection> connections = new ArrayList<>();
  private long next;

  HttpLoad(QueryFile queries, URI server, List<byte[]> requests, int size) {
    this.queries = queries;
    this.server = server;
    this.requests = requests;
    this.size = size;
  }

  @Override
  public LoadReport closed(Duration duration) {
    long cpu = Load.processorTime();
    long start = System.nanoTime();
    var tally = new LoadTally();
    try (Selector selector = Selector.open()) {
      run(selector, start + duration.toNanos(), tally);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long took = System.nanoTime() - start;
    return LoadReport.of(
        List.of(tally), Duration.ofNanos(took), Duration.ofNanos(Load.processorTime() - cpu));
  }

  private void run(Selector selector, long end, LoadTally tally) throws IOException {
    for (int i = 0; i < size; i++) {
      var connection = new Connection(selector);
      connections.add(connection);
      connection.ask();
    }
    int open = size;
    while (open > 0) {
      selector.select(WAIT_MILLIS);
      long now = System.nanoTime();
      for (SelectionKey key : selector.selectedKeys()) {
        var connection = (Connection) key.attachment();
        if (connection.hasAnswer(tally)) {
          if (now < end) {
            connection.ask();
          } else {
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    close();
  }

  /** One connection, which waits for one answer at a time. */
  private final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int query;
    private long asked;
    private int status;
    private long left;

    Connection(Selector selector) throws IOException {
      channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void ask() throws IOException {
      query = (int) (next++ % queries.size());
      asked = System.nanoTime();
      status = 0;
      ByteBuffer request = ByteBuffer.wrap(requests.get(query));
      while (request.hasRemaining()) {
        channel.write(request);
      }
    }

    /** Reads what has come; whether the answer is whole, which is then counted. */
    boolean hasAnswer(LoadTally tally) throws IOException {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (status == 0 && !readHead()) {
        return false;
      }
      left -= buffer.position();
      buffer.clear();
      if (left > 0) {
        return false;
      }
      tally.add(queries.classes().get(query), status, System.nanoTime() - asked);
      return true;
    }

    /** Leaves what is left of the answer in the buffer, once its head is there. */
    private boolean readHead() throws IOException {
      String read =
          StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
      int end = read.indexOf("\r\n\r\n");
      if (end < 0) {
        return false;
      }
      status = Integer.parseInt(read.substring(9, 12));
      left = length(read.substring(0, end + 2)) + end + 4;
      return true;
    }

    private static long length(String head) throws IOException {
      String lower = head.toLowerCase(Locale.ROOT);
      int at = lower.indexOf("\r\ncontent-length:");
      if (at < 0) {
        throw new IOException("an answer that does not say how long it is: " + head);
      }
      int from = lower.indexOf(':', at) + 1;
      return Long.parseLong(lower.substring(from, lower.indexOf('\r', from)).strip());
    }
  }

  @Override
  public void close() {
    for (Connection connection : connections) {
      try {
        connection.channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    connections.clear();
  }
}
