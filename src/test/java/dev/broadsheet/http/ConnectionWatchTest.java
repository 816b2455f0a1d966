package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.http.ConnectionWatch.Phase;
import dev.broadsheet.http.ConnectionWatch.Seen;
import org.junit.jupiter.api.Test;

class ConnectionWatchTest {
  private static final Seen NEW = Seen.of(0, 0, true, null, 5);

  @Test
  void newConnection_isIdle() {
    assertThat(NEW).isEqualTo(new Seen(0, 0, Phase.IDLE, 5));
    assertThat(Seen.of(0, 0, true, NEW, 7)).isEqualTo(NEW);
  }

  @Test
  void bytesWithoutARequest_areAHead_fromTheFirstOnThatWasSeen() {
    Seen first = Seen.of(0, 1, true, NEW, 7);
    assertThat(first.phase()).isEqualTo(Phase.HEAD_ARRIVES);
    Seen later = Seen.of(0, 9, true, first, 8);
    assertThat(Seen.of(0, 9, true, later, 9)).isEqualTo(new Seen(0, 9, Phase.HEAD_ARRIVES, 7));
  }

  @Test
  void requestThatIsUnderWay_isAnswered_fromTheTimeOnThatItWasSeen() {
    Seen first = Seen.of(1, 90, false, Seen.of(0, 9, true, NEW, 6), 7);
    assertThat(Seen.of(1, 90, false, first, 9)).isEqualTo(new Seen(1, 90, Phase.ANSWERED, 7));
  }

  @Test
  void nextRequest_beginsAnew() {
    Seen first = Seen.of(1, 90, false, NEW, 7);
    assertThat(Seen.of(2, 180, false, first, 9)).isEqualTo(new Seen(2, 180, Phase.ANSWERED, 9));
  }

  @Test
  void answeredConnection_isIdle_untilMoreArrives() {
    Seen idle = Seen.of(2, 180, true, Seen.of(1, 90, false, NEW, 7), 8);
    assertThat(idle).isEqualTo(new Seen(2, 180, Phase.IDLE, 8));
    assertThat(Seen.of(2, 181, true, idle, 9)).isEqualTo(new Seen(2, 181, Phase.HEAD_ARRIVES, 9));
  }
}
