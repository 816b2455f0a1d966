package dev.broadsheet.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.broadsheet.config.Config;
import dev.broadsheet.config.LogFormat;
import dev.broadsheet.config.LogLevel;
import org.slf4j.LoggerFactory;

/** Sets the log of this process up as the settings say; {@link LogDefaults} says the rest. */
public final class Logs {
  private static final String OWN = "dev.broadsheet";

  private Logs() {}

  /** From now on. The level is that of Broadsheet itself; of libraries, warnings are told. */
  public static void apply(Config.Log log) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      apply(log, context);
    }
  }

  static void apply(Config.Log log, LoggerContext context) {
    context.getLogger(OWN).setLevel(level(log.level()));
    var appender = context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LogDefaults.APPENDER);
    if (log.format() == LogFormat.JSON
        && appender instanceof OutputStreamAppender<ILoggingEvent> stream) {
      stream.setEncoder(json(context));
    }
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
    };
  }

  private static JsonEncoder json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.setWithContext(false);
    encoder.setWithNanoseconds(false);
    encoder.setWithSequenceNumber(false);
    encoder.setWithMDC(false);
    encoder.setWithMarkers(false);
    encoder.setWithMessage(false);
    encoder.setWithArguments(false);
    encoder.setWithFormattedMessage(true);
    encoder.start();
    return encoder;
  }
}
