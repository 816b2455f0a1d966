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
 * byte now and then keeps them from being idle, and idle ones where others wait for their places.
 * It only looks from outside, now and then, so that requests cost no more for it.
 */
final class ConnectionWatch extends AbstractLifeCycle {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Where there is no room for another connection, one that does nothing goes after this time. */
  private static final Duration IDLE_WHERE_FULL = Duration.ofSeconds(2);

  private final ServerConnector connector;
  private final HttpSettings.Connections limits;
  private final int most;
  private Map<EndPoint, Seen> seen = Map.of();
  private volatile Scheduler.@Nullable Task next;

  /**
   * A watch.
   *
   * @param most how many connections there may be at the same time
   */
  ConnectionWatch(ServerConnector connector, HttpSettings.Connections limits, int most) {
    this.connector = connector;
    this.limits = limits;
    this.most = most;
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
   * @param bytes that have arrived
   * @param since when it is in this phase of this request, in nanoseconds
   */
  record Seen(long requests, long bytes, Phase phase, long since) {
    /**
     * The same connection now.
     *
     * @param waits whether it waits for bytes, which it does not from the head of a request to the
     *     end of the answer
     */
    static Seen of(long requests, long bytes, boolean waits, @Nullable Seen before, long now) {
      Seen last = before == null ? new Seen(0, 0, Phase.IDLE, now) : before;
      boolean same = requests == last.requests;
      boolean arrives = same && (last.phase == Phase.HEAD_ARRIVES || bytes > last.bytes);
      Phase waiting = arrives ? Phase.HEAD_ARRIVES : Phase.IDLE;
      Phase phase = waits ? waiting : Phase.ANSWERED;
      return new Seen(requests, bytes, phase, same && phase == last.phase ? last.since : now);
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
    boolean full = connector.getConnectedEndPoints().size() >= most;
    Map<EndPoint, Seen> open = new HashMap<>();
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection != null) {
        Seen latest =
            Seen.of(
                connection.getMessagesIn(),
                connection.getBytesIn(),
                endPoint.isFillInterested(),
                seen.get(endPoint),
                now);
        open.put(endPoint, latest);
        if (isTooLong(latest, full, now)) {
          endPoint.close(new TimeoutException("a request took too long to arrive or be answered"));
        }
      }
    }
    seen = open;
    if (isRunning()) {
      schedule();
    }
  }

  private boolean isTooLong(Seen latest, boolean full, long now) {
    long nanos = now - latest.since();
    return switch (latest.phase()) {
      case IDLE -> full && nanos > IDLE_WHERE_FULL.toNanos();
      case HEAD_ARRIVES -> nanos > limits.head().toNanos();
      case ANSWERED -> nanos > limits.answer().toNanos();
    };
  }
}
