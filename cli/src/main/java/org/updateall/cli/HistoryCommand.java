package org.updateall.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.RecentExecution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists the newest runs or executions, or shows one run whole. */
@Command(
    name = "history",
    description = {
      "List the newest runs, newest first.",
      "",
      "A run is listed if it began in the period and at least one of its plugins is meant; it is "
          + "listed whole then."
    },
    footer = {
      "",
      "Examples:",
      "  update-all history --limit 5",
      "  update-all history apt --status failed --days 30",
      "  update-all history --executions --since 2026-01-01"
    })
final class HistoryCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private PluginParameters plugins = new PluginParameters();

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      description = "At most this many (default: 10).")
  private int limit = 10;

  @Option(
      names = "--executions",
      description = "List the parts of the plugins one by one, instead of runs.")
  private boolean executions;

  @Option(
      names = "--run",
      paramLabel = "ID",
      converter = RunIdentity.class,
      description = "Show that run with its steps and announcements (--json tells the identities).")
  private @Nullable RunId run;

  @Mixin private HistoryChoices choices = new HistoryChoices();

  @Override
  public Integer call() {
    Session session = root.session();
    if (limit < 0) {
      throw new UsageException("--limit cannot be negative");
    }
    if (executions && run != null) {
      throw new UsageException("--executions and --run are different questions: ask one");
    }
    List<PluginName> names = plugins.names();
    if (run != null && !names.isEmpty()) {
      throw new UsageException("--run shows one run whole: name no plugins beside it");
    }
    HistoryFilter filter = choices.filter(session, names);
    LocalClock clock = new LocalClock(choices.zone(session));
    try (UpdateAll updateAll = session.open()) {
      if (run != null) {
        return showRun(session, updateAll, run, clock);
      }
      boolean found =
          executions
              ? listExecutions(session, updateAll.recentExecutions(filter, limit), clock)
              : listRuns(session, updateAll.recentRuns(filter, limit), clock);
      Journal.remarkOnRunsUnderWay(session, updateAll);
      int code = choices.exitCode(session, updateAll, names);
      if (!found && !session.json() && code == ExitCode.DONE) {
        sayNothing(session, updateAll);
      }
      return code;
    }
  }

  private void sayNothing(Session session, UpdateAll updateAll) {
    if (limit == 0) {
      session.print("No run was asked for.");
    } else {
      HistoryChoices.sayNothing(session, updateAll);
    }
  }

  private static int showRun(Session session, UpdateAll updateAll, RunId runId, LocalClock clock) {
    Run found = updateAll.find(runId).getOrNull();
    if (found == null) {
      session.complain("no run " + runId + " is known");
      return ExitCode.NOT_AS_HOPED;
    }
    if (session.json()) {
      session.printJson(WholeRunReport.document(found));
    } else {
      WholeRunReport.print(session, found, clock);
    }
    return ExitCode.DONE;
  }

  private static boolean listRuns(Session session, List<Run> runs, LocalClock clock) {
    if (session.json()) {
      session.printJson(Map.of("runs", runs.stream().map(RunReport::document).toList()));
    } else if (!runs.isEmpty()) {
      session.print(RunReport.table(runs, clock));
    }
    return !runs.isEmpty();
  }

  private static boolean listExecutions(
      Session session, List<RecentExecution> executions, LocalClock clock) {
    if (session.json()) {
      session.printJson(
          Map.of("executions", executions.stream().map(ExecutionReport::document).toList()));
    } else if (!executions.isEmpty()) {
      session.print(ExecutionReport.table(executions, clock));
    }
    return !executions.isEmpty();
  }
}
