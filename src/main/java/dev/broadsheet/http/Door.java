package dev.broadsheet.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.OptionalLong;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Makes the door of a server: where it listens, to how many at once, and with what patience. */
final class Door {
  /** Those that are not yet taken up, as many come at once after a pause. */
  private static final int BACKLOG = 1_024;

  /** So many of the files that a process may open are left for the index. */
  private static final double SHARE_OF_FILES = 0.75;

  /**
   * None is used twice: Jetty refuses a malformed request in a thread of its own, and two threads
   * may then hold, and give back, one buffer of its connection. Lent to the next connection, it
   * would carry one client's bytes to another. Buffers in the heap are cheap to make anew.
   */
  private static final ByteBufferPool BUFFERS = ByteBufferPool.NON_POOLING;

  private Door() {}

  static Connector connector(Server server, HttpConfiguration http, HttpSettings settings) {
    HttpSettings.Connections limits = settings.clients().connections();
    http.setUseInputDirectByteBuffers(false);
    http.setUseOutputDirectByteBuffers(false);
    var connector =
        new ServerConnector(server, null, null, BUFFERS, -1, -1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(limits.idle().toMillis());
    int most = most(limits.max(), openFiles());
    server.addBean(new NetworkConnectionLimit(most, connector));
    connector.addBean(new ConnectionWatch(connector, limits, most));
    return connector;
  }

  static int most(int max, OptionalLong files) {
    return files.isEmpty() ? max : (int) Math.min(max, SHARE_OF_FILES * files.getAsLong());
  }

  /** How many files the process may open, connections among them; empty where that is not known. */
  static OptionalLong openFiles() {
    var registry = new SimpleMeterRegistry();
    new FileDescriptorMetrics().bindTo(registry);
    Gauge most = registry.find("process.files.max").gauge();
    return most == null || Double.isNaN(most.value())
        ? OptionalLong.empty()
        : OptionalLong.of((long) most.value());
  }
}
