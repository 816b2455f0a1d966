package dev.broadsheet.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.LogFormat;
import dev.broadsheet.config.LogLevel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LoggerContext context = started();

  private static LoggerContext started() {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.start();
    return context;
  }

  private Logger logger(LogLevel level, LogFormat format, String name) {
    new LogDefaults().configure(context);
    if (context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LogDefaults.APPENDER)
        instanceof ConsoleAppender<ILoggingEvent> console) {
      console.setOutputStream(written);
    }
    Logs.apply(new Config.Log(level, format, Duration.ZERO, false), context);
    return context.getLogger(name);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void level_isThatOfBroadsheet() {
    Logger own = logger(LogLevel.INFO, LogFormat.TEXT, "dev.broadsheet.requests");
    own.debug("one");
    own.info("two");

    assertThat(written()).isEqualTo("broadsheet: INFO  requests: two \n");
  }

  @Test
  void line_staysOne_whateverItTells() {
    Logger own = logger(LogLevel.WARN, LogFormat.TEXT, "dev.broadsheet.requests");
    own.warn("a\n\u001b[31mb\u0085c", new IllegalStateException("why\nnot"));

    assertThat(written()).startsWith("broadsheet: WARN  requests: a [31mb c").contains("why not");
    assertThat(written().strip().lines()).hasSize(1);
  }

  @Test
  void libraries_tellWarnings_andSomeNotEvenThose() {
    logger(LogLevel.DEBUG, LogFormat.TEXT, "org.eclipse.jetty.server.Server").info("not told");
    context.getLogger("io.javalin.Javalin").error("not told");
    context.getLogger("org.apache.lucene.store.Directory").warn("told");

    assertThat(written()).isEqualTo("broadsheet: WARN  Directory: told \n");
  }

  @Test
  void json_isAnObjectALine_withItsParts() {
    Logger own = logger(LogLevel.DEBUG, LogFormat.JSON, "dev.broadsheet.requests");
    own.atDebug().addKeyValue("status", 200).log("{} \"line\"\n of {}", "a", "two");
    own.warn("failed", new IllegalStateException("why"));

    String[] lines = written().split("\n", -1);
    assertThat(lines).hasSize(3);
    JsonNode first = JsonMapper.shared().readTree(lines[0]);
    assertThat(first.get("level").asString()).isEqualTo("DEBUG");
    assertThat(first.get("loggerName").asString()).isEqualTo("dev.broadsheet.requests");
    assertThat(first.get("formattedMessage").asString()).isEqualTo("a \"line\"\n of two");
    assertThat(first.get("kvpList").get(0).get("status").asString()).isEqualTo("200");
    assertThat(first.has("timestamp")).isTrue();
    assertThat(lines[1]).contains("IllegalStateException", "why");
  }
}
