package dev.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.http.ReindexControl.Start;
import dev.broadsheet.http.ReindexControl.Wish;
import dev.broadsheet.http.ReindexState;
import dev.broadsheet.http.ReindexState.Trigger;
import dev.broadsheet.indexing.IndexLockedException;
import dev.broadsheet.indexing.IndexWriteException;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import dev.broadsheet.indexing.ReindexRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundReindexTest {
  private static final Wish PLAIN = new Wish(false, false, false);

  private final BlockingQueue<ReindexRequest> asked = new LinkedBlockingQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private BackgroundReindex.Work work = this::report;
  private final BackgroundReindex reindexes =
      new BackgroundReindex(
          (request, progress) -> {
            asked.add(request);
            return work.run(request, progress);
          },
          Clock.systemUTC());

  @AfterEach
  void close() {
    released.countDown();
    reindexes.close();
  }

  private ReindexReport report(ReindexRequest request, ReindexProgress progress) {
    progress.report(ReindexProgress.Phase.READING, 10, 40);
    return new ReindexReport(
        Outcome.PUBLISHED,
        request.full(),
        new ReindexReport.Files(7, 2, 1, 1, 0, 0, 0, 5),
        new ReindexReport.Items(12, 3),
        List.of(),
        new ReindexReport.Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO));
  }

  /** Does nothing more, once begun, before it is released. */
  private ReindexReport slowly(ReindexRequest request, ReindexProgress progress) {
    ReindexReport report = report(request, progress);
    try {
      released.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return report;
  }

  @Test
  void oneThatEnded_isTold() throws Exception {
    assertThat(reindexes.start(new Wish(true, false, true))).isEqualTo(Start.STARTED);
    reindexes.await();

    assertThat(asked).containsExactly(new ReindexRequest(true, false, true));
    ReindexState.Ended last = reindexes.state().last().orElseThrow();
    assertThat(last.outcome()).isEqualTo("published");
    assertThat(last.trigger()).isEqualTo(Trigger.ADMIN);
    assertThat(last.files()).containsEntry("found", 7L).containsEntry("unchanged", 5L);
    assertThat(last.items()).containsEntry("written", 12L);
    assertThat(reindexes.state().running()).isEmpty();
    assertThat(reindexes.ended("published")).isEqualTo(1);
  }

  @Test
  void oneThatRuns_isTold_andAnotherHasToWait() throws Exception {
    work = this::slowly;
    assertThat(reindexes.start(ReindexRequest.DEFAULT, Trigger.WATCH)).isEqualTo(Start.STARTED);

    ReindexState.Running running = reindexes.state().running().orElseThrow();
    assertThat(running.trigger()).isEqualTo(Trigger.WATCH);
    assertThat(running.progress()).isEqualTo(new ReindexState.Progress("reading", "bytes", 10, 40));
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.RUNNING);
    released.countDown();
    reindexes.await();
    assertThat(asked).hasSize(1);
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.STARTED);
  }

  @Test
  void whereAnotherProcessWrites_noneBegins_andTheNextMay() throws Exception {
    work =
        (_, _) -> {
          throw new IndexLockedException("process 7 is writing");
        };
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.LOCKED);
    reindexes.await();
    assertThat(reindexes.state()).isEqualTo(ReindexState.NONE);

    work = this::report;
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.STARTED);
  }

  @Test
  void oneThatFails_saysWhy_andTheNextMay() throws Exception {
    work =
        (_, _) -> {
          throw new IndexWriteException("no space left", new IOException("disk full"));
        };
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.STARTED);
    reindexes.await();

    assertThat(reindexes.state().last().orElseThrow().outcome()).isEqualTo("failed");
    assertThat(reindexes.state().last().orElseThrow().failure()).contains("no space left");
    assertThat(reindexes.ended("failed")).isEqualTo(1);
    work = this::report;
    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.STARTED);
  }

  @Test
  void afterTheEnd_noneBegins() {
    reindexes.close();

    assertThat(reindexes.start(PLAIN)).isEqualTo(Start.RUNNING);
    assertThat(asked).isEmpty();
  }
}
