package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedWorkTest {
  private static final int PIECES = 500;

  @Test
  void resultsComeInOrder_whoeverMakesThem() {
    List<Integer> results = new ArrayList<>();
    List<Thread> helping = new ArrayList<>();
    var work =
        new SharedWork<Integer>(
            piece -> helping.add(Thread.ofVirtual().start(piece)), results::add);
    for (int i = 0; i < PIECES; i++) {
      int number = i;
      work.add(() -> number);
    }
    work.finish();
    assertThat(helping).hasSize(PIECES);
    assertThat(results).isEqualTo(IntStream.range(0, PIECES).boxed().toList());
  }

  /** All results together are several times what the tests have of memory. */
  @Test
  void helpersThatNeverCome_holdNoResults() {
    int size = Math.toIntExact(Runtime.getRuntime().maxMemory() / PIECES * 4);
    List<Runnable> queue = new ArrayList<>();
    var bytes = new AtomicLong();
    var work = new SharedWork<byte[]>(queue::add, result -> bytes.addAndGet(result.length));
    for (int i = 0; i < PIECES; i++) {
      work.add(() -> new byte[size]);
    }
    work.finish();
    assertThat(bytes).hasValue((long) PIECES * size);
    assertThat(queue).hasSize(PIECES);
    queue.forEach(Runnable::run);
    assertThat(bytes).hasValue((long) PIECES * size);
  }

  @Test
  void failureOfAPiece_isThrownToWhoHandsIn() {
    var work = new SharedWork<Integer>(Runnable::run, result -> {});
    assertThatThrownBy(
            () -> {
              work.add(() -> {
                throw new IllegalStateException("broken");
              });
              work.finish();
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken");
  }
}
