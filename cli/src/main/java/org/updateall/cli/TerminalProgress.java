package org.updateall.cli;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;

/** A bar on standard error, for work over a second. */
final class TerminalProgress implements Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int REFRESH_MILLIS = 200;

  private final ProgressBarStyle style;
  private String work = "";
  private long steps;
  private long done;
  private long startedAtNanos;
  private @Nullable ProgressBar bar;

  TerminalProgress(boolean color) {
    this.style = color ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII;
  }

  @Override
  public void begin(String newWork, long newSteps) {
    end();
    work = newWork;
    steps = newSteps;
    done = 0;
    startedAtNanos = System.nanoTime();
  }

  @Override
  public void advance() {
    done++;
    if (bar == null && System.nanoTime() - startedAtNanos > PATIENCE.toNanos()) {
      bar = open();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar open() {
    return new ProgressBarBuilder()
        .setTaskName(work)
        .setInitialMax(steps)
        .setStyle(style)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .clearDisplayOnFinish()
        .build();
  }
}
