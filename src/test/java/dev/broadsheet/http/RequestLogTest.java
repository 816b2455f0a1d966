package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RequestLogTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.broadsheet.requests");
  private final Lines lines = new Lines();
  private final RunningApi api = new RunningApi(new RecordingEngine());

  /** Keeps what is logged. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    final BlockingQueue<ILoggingEvent> kept = new LinkedBlockingQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      kept.add(event);
    }
  }

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setAdditive(false);
  }

  @AfterEach
  void stop() {
    api.close();
    logger.detachAppender(lines);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  private ILoggingEvent next() throws InterruptedException {
    return Objects.requireNonNull(lines.kept.poll(30, TimeUnit.SECONDS), "no line");
  }

  @Test
  void atDebug_eachRequestIsALine_withoutItsQuery() throws Exception {
    logger.setLevel(Level.DEBUG);
    api.get("/search?q=secret&topic=private");

    ILoggingEvent line = next();
    assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
    assertThat(line.getFormattedMessage()).matches("GET /search 200 in \\d+\\.\\d ms");
    assertThat(line.getKeyValuePairs()).extracting(pair -> pair.key).contains("status", "ms");
    assertThat(line.getFormattedMessage() + line.getKeyValuePairs())
        .doesNotContain("secret", "private");
  }

  /** The line of a request may come after its answer, but not after the server has stopped. */
  @Test
  void aboveDebug_noneIs() throws Exception {
    logger.setLevel(Level.INFO);
    api.get("/search?q=secret");
    api.close();

    assertThat(lines.kept).isEmpty();
  }
}
