package dev.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.LogFormat;
import dev.broadsheet.config.LogLevel;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.Results;
import dev.broadsheet.search.SearchCost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SlowSearchesTest {
  private static final long MILLI = 1_000_000;

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.broadsheet.slow");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
  }

  private void search(int slowMs, boolean queries) {
    var log = new Config.Log(LogLevel.INFO, LogFormat.TEXT, Duration.ofMillis(slowMs), queries);
    new SlowSearches(log)
        .searched(
            new RequestBuilder().words("embarrassing disease").build(),
            Results.result(7, true, List.of(), List.of()),
            new SearchCost(
                MILLI, 120 * MILLI, 30 * MILLI, 2 * MILLI, 3 * MILLI, SearchCost.Counts.COUNTED));
  }

  @Test
  void slowSearch_isToldWithItsCost_butNotWithItsWords() {
    search(100, false);

    assertThat(lines.list).hasSize(1);
    ILoggingEvent line = lines.list.getFirst();
    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getFormattedMessage())
        .startsWith(
            "A slow search: 156.0 ms (plan 1.0, search 120.0, facets 30.0, read 2.0, highlight 3.0);"
                + " 7 found,");
    assertThat(line.getFormattedMessage() + line.getKeyValuePairs()).doesNotContain("disease");
  }

  @Test
  void whereTheSettingSaysSo_itsWordsAreToldToo() {
    search(100, true);

    assertThat(lines.list.getFirst().getFormattedMessage()).endsWith(": embarrassing disease");
  }

  @Test
  void quickSearch_isNotTold() {
    search(157, true);
    search(0, true);

    assertThat(lines.list).isEmpty();
  }
}
