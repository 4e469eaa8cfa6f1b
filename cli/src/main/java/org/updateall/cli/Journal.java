package org.updateall.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

/** Tells of runs that are on their way into the history. */
final class Journal {

  private Journal() {}

  /** Stores what waits if nobody else uses the history, and tells what came of it. */
  static void settle(Session session, UpdateAll updateAll) {
    Settlement settlement = updateAll.settleIfFree();
    settlement.abandoned().forEach(run -> session.remark("Note: " + abandoned(session, run)));
    for (Settlement.SetAside aside : settlement.setAside()) {
      session.complain(
          "a file with a run that waited cannot be read: %s. It is kept as %s"
              .formatted(aside.reason(), aside.file()));
    }
  }

  /**
   * Tells which runs are under way; that this cannot be known is no reason to tell nothing else.
   */
  static void remarkOnRunsUnderWay(Session session, UpdateAll updateAll) {
    try {
      for (RunUnderWay each : updateAll.runsUnderWay()) {
        session.remark(
            "Note: a run is under way %s: %s"
                .formatted(origin(session, each), inWords(each.run())));
      }
    } catch (HistoryUnavailable e) {
      session.remark("Note: it is not known which runs are under way: " + e.getMessage());
    }
  }

  private static String abandoned(Session session, RunUnderWay each) {
    return "the run %s ended with its process, and is kept as far as it had come: %s"
        .formatted(origin(session, each), inWords(each.run().abandoned()));
  }

  private static String origin(Session session, RunUnderWay each) {
    return "since %s on %s (process %d)"
        .formatted(
            new LocalClock(session.zone()).time(each.run().startTime()),
            each.run().hostname(),
            each.process().pid());
  }

  private static String inWords(Run run) {
    List<PluginExecution> executions = run.executions();
    return executions.isEmpty()
        ? "no plugin yet"
        : executions.stream().map(Journal::inWords).collect(Collectors.joining(", "));
  }

  private static String inWords(PluginExecution execution) {
    ExecutionStatus status = execution.status();
    return "%s %s".formatted(execution.pluginName(), status.wireName());
  }
}
