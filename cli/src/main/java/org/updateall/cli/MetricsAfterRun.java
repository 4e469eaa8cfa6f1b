package org.updateall.cli;

import java.nio.file.Path;
import org.updateall.application.Progress;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryUnavailable;

/** Writes metrics to the file that the configuration names, if it does, once a run is over. */
final class MetricsAfterRun {

  private MetricsAfterRun() {}

  /** What does not work is told in one line, and is no failure of the run. */
  static void write(Session session, UpdateAll updateAll) {
    updateAll.preferences().metricsFile().forEach(file -> write(session, updateAll, file));
  }

  private static void write(Session session, UpdateAll updateAll, Path path) {
    MetricsFile file = new MetricsFile(path);
    if (file.check(session) != ExitCode.DONE) {
      return;
    }
    try {
      MetricsReport.machine(session, updateAll, null)
          .map(machine -> new MetricsReport(updateAll, machine).text(session, Progress.none()))
          .forEach(text -> file.write(session, text));
    } catch (HistoryUnavailable e) {
      session.complain("metrics were not written: " + e.getMessage());
    }
  }
}
