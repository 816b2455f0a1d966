package dev.broadsheet.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * How this process logs before any setting is known: warnings, to standard error. A service of
 * Logback, which asks it where it finds no file of its own; reading one takes a tenth of a server's
 * start.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 1)
public final class LogDefaults extends ContextAwareBase implements Configurator {
  static final String APPENDER = "stderr";

  /** A line each: control characters are taken out, and of an exception what it says. */
  private static final String LINE =
      "broadsheet: %replace(%-5level %logger{0}: %msg"
          + " %ex{short}){'[\\p{Cntrl}\\u0080-\\u009f]+', ' '}%nopex%n";

  private static final Map<String, Level> LIBRARIES =
      Map.of(
          // What fails is said by the command or logged by the handler of errors, once.
          "io.javalin", Level.OFF,
          // A warning for each bad Host header that anyone sends; the same for two of them.
          "org.eclipse.jetty.util.HostPort", Level.ERROR,
          "org.eclipse.jetty.http.HttpParser", Level.ERROR,
          // Advice on a flag of Java, at each start.
          "org.apache.lucene.internal.vectorization", Level.ERROR);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    context.getStatusManager().add(new NopStatusListener());
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(LINE);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setName(APPENDER);
    appender.setTarget(ConsoleTarget.SystemErr.getName());
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
    LIBRARIES.forEach((name, level) -> context.getLogger(name).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
