package org.updateall.domain.metering;

import java.util.List;

/** Port: runs commands and measures what they use. Safe for use by several threads. */
public interface CommandRunner {

  /**
   * Runs a command to its end, whatever that is; that it could not be started is an outcome, too.
   * Beyond its time limit, and when this thread is interrupted, it and all that it started are
   * asked to end (TERM), and a little later made to (KILL); an interrupt is then set again. What it
   * started and left behind is not waited for.
   *
   * @param listener is told what it prints, as it comes
   */
  CommandOutcome run(Command command, OutputListener listener);

  /** What can be measured on this machine, and how; for people who want to know beforehand. */
  Metering metering();

  /** What this machine lacks for measuring more, or better, where somebody can do something. */
  default List<MissingMeans> missing() {
    return List.of();
  }
}
