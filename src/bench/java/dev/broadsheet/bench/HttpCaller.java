package dev.broadsheet.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks over one connection that is kept alive. Requests are bytes made before; an answer is read to
 * its end and not looked at, so that the client takes little from the processors that it shares with
 * the server.
 */
final class HttpCaller implements Caller {
  private final URI server;
  private final List<byte[]> requests;
  private final byte[] buffer = new byte[1 << 16];
  private @Nullable Socket socket;
  private int position;
  private int limit;

  private HttpCaller(URI server, List<byte[]> requests) {
    this.server = server;
    this.requests = requests;
  }

  /** So many connections, each opened with its first request. */
  static List<HttpCaller> open(URI server, List<byte[]> requests, int connections) {
    return IntStream.range(0, connections).mapToObj(_ -> new HttpCaller(server, requests)).toList();
  }

  /** The requests of a list of queries. */
  static List<byte[]> searches(URI server, QueryFile queries) {
    return queries.parameters().stream()
        .map(query -> "GET /search?" + query + " HTTP/1.1\r\nHost: " + server.getAuthority())
        .map(head -> (head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
        .toList();
  }

  @Override
  public int call(int query) throws IOException {
    try {
      return exchange(requests.get(query));
    } catch (IOException broken) {
      close();
      return NO_ANSWER;
    }
  }

  private int exchange(byte[] request) throws IOException {
    open().getOutputStream().write(request);
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    long length = 0;
    boolean chunked = false;
    boolean closes = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
      closes |= lower.equals("connection: close");
    }
    if (chunked) {
      skipChunks();
    } else {
      skip(length);
    }
    if (closes) {
      close();
    }
    return status;
  }

  private Socket open() throws IOException {
    Socket open = socket;
    if (open == null) {
      open = new Socket(server.getHost(), server.getPort());
      open.setTcpNoDelay(true);
      socket = open;
      position = 0;
      limit = 0;
    }
    return open;
  }

  private void skipChunks() throws IOException {
    long size;
    do {
      size = Long.parseLong(line().split(";", 2)[0].strip(), 16);
      skip(size);
      line();
    } while (size > 0);
  }

  private String line() throws IOException {
    var line = new StringBuilder(64);
    for (int c = read(); c != '\n'; c = read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private int read() throws IOException {
    if (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  private void skip(long length) throws IOException {
    long left = length;
    while (left > 0) {
      if (position == limit) {
        fill();
      }
      int step = (int) Math.min(left, limit - position);
      position += step;
      left -= step;
    }
  }

  private void fill() throws IOException {
    int read = open().getInputStream().read(buffer);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    position = 0;
    limit = read;
  }

  @Override
  public void close() throws IOException {
    Socket open = socket;
    if (open != null) {
      socket = null;
      open.close();
    }
  }
}
