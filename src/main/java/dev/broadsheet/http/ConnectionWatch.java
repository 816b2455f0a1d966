package dev.broadsheet.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose requests take too long to arrive, or their answers to be taken, though a
 * byte now and then keeps them from being idle. It only looks from outside, now and then, so that
 * requests cost no more for it.
 */
final class ConnectionWatch extends AbstractLifeCycle {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final ServerConnector connector;
  private final HttpSettings.Connections limits;
  private Map<EndPoint, Seen> seen = Map.of();
  private volatile Scheduler.@Nullable Task next;

  ConnectionWatch(ServerConnector connector, HttpSettings.Connections limits) {
    this.connector = connector;
    this.limits = limits;
  }

  /** What a connection is about. */
  enum Phase {
    IDLE,
    HEAD_ARRIVES,
    ANSWERED
  }

  /**
   * A connection when it was last looked at.
   *
   * @param requests whose heads have arrived
   * @param answers that have been sent
   * @param bytes that have arrived
   * @param since when it is in this phase of this request, in nanoseconds
   */
  record Seen(long requests, long answers, long bytes, Phase phase, long since) {
    static Seen of(Connection connection, @Nullable Seen before, long now) {
      return of(
          connection.getMessagesIn(),
          connection.getMessagesOut(),
          connection.getBytesIn(),
          before,
          now);
    }

    static Seen of(long requests, long answers, long bytes, @Nullable Seen before, long now) {
      Seen last = before == null ? new Seen(0, 0, 0, Phase.IDLE, now) : before;
      Phase phase = phase(requests, answers, bytes, last);
      boolean goesOn = requests == last.requests && answers == last.answers && phase == last.phase;
      return new Seen(requests, answers, bytes, phase, goesOn ? last.since : now);
    }

    private static Phase phase(long requests, long answers, long bytes, Seen last) {
      if (requests > answers) {
        return Phase.ANSWERED;
      }
      boolean arrives =
          requests == last.requests && (last.phase == Phase.HEAD_ARRIVES || bytes > last.bytes);
      return arrives ? Phase.HEAD_ARRIVES : Phase.IDLE;
    }
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  protected void doStop() {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
  }

  private void schedule() {
    next =
        connector.getScheduler().schedule(this::look, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    Map<EndPoint, Seen> open = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection != null) {
        Seen latest = Seen.of(connection, seen.get(endPoint), now);
        open.put(endPoint, latest);
        if (isTooLong(latest, now)) {
          endPoint.close(new TimeoutException("a request took too long to arrive or be answered"));
        }
      }
    }
    seen = open;
    if (isRunning()) {
      schedule();
    }
  }

  private boolean isTooLong(Seen latest, long now) {
    long nanos = now - latest.since();
    return switch (latest.phase()) {
      case IDLE -> false;
      case HEAD_ARRIVES -> nanos > limits.head().toNanos();
      case ANSWERED -> nanos > limits.answer().toNanos();
    };
  }
}
