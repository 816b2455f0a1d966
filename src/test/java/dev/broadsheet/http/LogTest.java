package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SearchTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged where everything from info on is. */
class LogTest {
  private static final String VISITOR = "zanzibarvisitor";

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final RecordingEngine engine = new RecordingEngine();

  @BeforeEach
  void listen() {
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    root.setLevel(before);
    root.detachAppender(logged);
  }

  @Test
  void failures_areLogged_withoutWhatWasLookedFor() throws Exception {
    try (var api = new RunningApi(engine)) {
      for (Supplier<SearchResult> answer :
          List.<Supplier<SearchResult>>of(
              Answers::full,
              () -> {
                throw new SearchEngineException("disk");
              },
              () -> {
                throw new SearchTimeoutException(Duration.ofSeconds(1));
              },
              () -> {
                throw new IllegalStateException("bug");
              },
              () -> {
                throw new StackOverflowError();
              })) {
        engine.answer(_ -> answer.get());
        for (String path : List.of("/search?q=", "/?q=", "/feed.atom?q=", "/search?x=", "/")) {
          api.get(path + VISITOR);
        }
      }
    }
    List<String> texts = logged.list.stream().map(LogTest::text).toList();
    assertThat(texts).anyMatch(text -> text.contains("bug")).noneMatch(t -> t.contains(VISITOR));
  }

  private static String text(ILoggingEvent event) {
    String message = event.getFormattedMessage();
    return event.getThrowableProxy() == null
        ? message
        : message + ThrowableProxyUtil.asString(event.getThrowableProxy());
  }
}
