package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;

/** Logging before it is said where to, and what is made when there is something to log. */
final class UnsetLoggingTest {

  @Test
  void isLogbackWithoutAnyAppender() {
    UnsetLogging unset = new UnsetLogging();
    unset.initialize();
    LoggerContext context = (LoggerContext) unset.getLoggerFactory();

    assertTrue(context.isStarted());
    assertFalse(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().hasNext());
    assertSame(unset.getMDCAdapter(), context.getMDCAdapter());
    assertSame(unset.getMarkerFactory().getMarker("a"), unset.getMarkerFactory().getMarker("a"));
    assertTrue(unset.getRequestedApiVersion().startsWith("2.0."));
  }

  @Test
  void anAppenderIsMadeForTheFirstEventAndKept() {
    LoggerContext context = new LoggerContext();
    ListAppender<ILoggingEvent> real = new ListAppender<>();
    real.start();
    int[] made = new int[1];
    LateAppender late =
        new LateAppender(
            () -> {
              made[0]++;
              return real;
            });
    late.start();
    Logger logger = context.getLogger("a");
    logger.addAppender(late);
    assertEquals(0, made[0]);

    logger.warn("one");
    logger.warn("two");

    assertEquals(1, made[0]);
    assertEquals(2, real.list.size());
    late.stop();
    assertFalse(real.isStarted());
  }
}
