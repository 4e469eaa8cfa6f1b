package org.updateall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryCounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Forgets old runs. */
@Command(
    name = "prune",
    description = {
      "Forget runs that are older than a span. Nothing is ever forgotten unless this is called.",
      "",
      "'update-all db compact' then gives their space back."
    },
    footer = {
      "",
      "Examples:",
      "  update-all db prune --keep 2y --dry-run",
      "  update-all db prune --keep 90d"
    })
final class DbPruneCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Option(
      names = "--keep",
      required = true,
      paramLabel = "SPAN",
      description = "How much to keep: days, weeks, months or years, such as 90d, 26w, 18m or 2y.")
  private String keep = "";

  @Option(names = "--dry-run", description = "Say only what would be forgotten.")
  private boolean dryRun;

  @Override
  public Integer call() {
    Session session = db.session();
    Instant before = Retention.before(session.settings().clock().instant(), keep);
    try (UpdateAll updateAll = session.open()) {
      HistoryCounts forgotten = updateAll.prune(before, dryRun);
      if (session.json()) {
        session.printJson(document(before, forgotten));
      } else {
        show(session, before, forgotten);
      }
      return ExitCode.DONE;
    }
  }

  private void show(Session session, Instant before, HistoryCounts forgotten) {
    session.print(
        "%s %s with %s, begun before %s (%s)."
            .formatted(
                dryRun ? "Would forget" : "Forgot",
                Count.of(forgotten.runs(), "run"),
                Count.of(forgotten.executions(), "plugin execution"),
                new LocalClock(session.zone()).time(before),
                session.zone()));
    if (!dryRun && forgotten.runs() > 0) {
      session.remark("'update-all db compact' gives their space back.");
    }
  }

  private Map<String, Object> document(Instant before, HistoryCounts forgotten) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("before", before.toString());
    document.put("dry_run", dryRun);
    document.put("runs", forgotten.runs());
    document.put("executions", forgotten.executions());
    document.put("steps", forgotten.steps());
    document.put("estimates", forgotten.estimates());
    return document;
  }
}
