package org.updateall.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.updateall.application.Progress;

/**
 * A bar for work over a second, also for work of which nobody says how far it has come. It is gone
 * when the work is done.
 */
final class TerminalProgress implements Progress {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int REFRESH_MILLIS = 200;

  private final PrintStream terminal;
  private final ProgressBarStyle style;
  private final Duration patience;
  private long done;
  private @Nullable Timer opening;
  private @Nullable ProgressBar bar;

  TerminalProgress(PrintStream terminal, boolean color) {
    this(terminal, color, PATIENCE);
  }

  TerminalProgress(PrintStream terminal, boolean color, Duration patience) {
    this.terminal = terminal;
    this.style = color ? ProgressBarStyle.COLORFUL_UNICODE_BLOCK : ProgressBarStyle.ASCII;
    this.patience = patience;
  }

  @Override
  public synchronized void begin(String work, long steps) {
    end();
    done = 0;
    Timer timer = new Timer("progress", true);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            open(timer, work, steps);
          }
        },
        patience.toMillis());
    opening = timer;
  }

  @Override
  public synchronized void advance() {
    done++;
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public synchronized void end() {
    if (opening != null) {
      opening.cancel();
      opening = null;
    }
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  /** Opens the bar, unless the work that it is about has ended meanwhile. */
  private synchronized void open(Timer timer, String work, long steps) {
    if (opening != timer) {
      return;
    }
    bar =
        new ProgressBarBuilder()
            .setTaskName(work)
            .setInitialMax(steps)
            .setStyle(style)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .clearDisplayOnFinish()
            .build();
    bar.stepTo(done);
  }
}
