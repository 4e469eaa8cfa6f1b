package org.updateall.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the real appender when there is something to log, which most commands have not. */
final class LateAppender extends AppenderBase<ILoggingEvent> {

  private final Supplier<Appender<ILoggingEvent>> making;
  private @Nullable Appender<ILoggingEvent> made;

  LateAppender(Supplier<Appender<ILoggingEvent>> making) {
    this.making = making;
  }

  /** Called by one thread at a time. */
  @Override
  protected void append(ILoggingEvent event) {
    Appender<ILoggingEvent> appender = made;
    if (appender == null) {
      appender = making.get();
      made = appender;
    }
    appender.doAppend(event);
  }

  @Override
  public void stop() {
    super.stop();
    if (made != null) {
      made.stop();
    }
  }
}
