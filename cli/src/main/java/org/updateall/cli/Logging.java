package org.updateall.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs to a file of at most 10 MB and four older ones, for their owner only; nothing is logged to
 * the terminal. Where nothing is logged no file is made.
 */
final class Logging {

  private static final int OLDER_FILES = 4;
  private static final FileSize MAX_SIZE = FileSize.valueOf("10MB");
  private static final Duration BETWEEN_CHECKS = Duration.buildByMilliseconds(100);
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSX,UTC} %-5level [%thread] %logger{36} - %msg %kvp%n%ex";

  private Logging() {}

  static void begin(Path directory, boolean asJson, boolean verbose) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(verbose ? Level.DEBUG : Level.INFO);
    LateAppender late =
        new LateAppender(() -> appender(context, directory.resolve("update-all.log"), asJson));
    late.setContext(context);
    late.start();
    root.addAppender(late);
  }

  /** Logs nothing. */
  static void none() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
  }

  private static RollingFileAppender<ILoggingEvent> appender(
      LoggerContext context, Path file, boolean asJson) {
    RollingFileAppender<ILoggingEvent> appender = new PrivateLogFile();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context, asJson));
    FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
    window.setContext(context);
    window.setParent(appender);
    window.setMinIndex(1);
    window.setMaxIndex(OLDER_FILES);
    window.setFileNamePattern(file + ".%i");
    window.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(MAX_SIZE);
    size.setCheckIncrement(BETWEEN_CHECKS);
    size.start();
    appender.setRollingPolicy(window);
    appender.setTriggeringPolicy(size);
    appender.start();
    return appender;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean asJson) {
    Encoder<ILoggingEvent> encoder = asJson ? new JsonEncoder() : pattern();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static PatternLayoutEncoder pattern() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }
}
