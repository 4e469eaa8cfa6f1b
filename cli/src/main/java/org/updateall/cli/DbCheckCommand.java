package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.storage.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Looks for damage. */
@Command(
    name = "check",
    description = {
      "Read everything that is stored and say what is wrong with it. Changes nothing.",
      "",
      "The exit code is 1 if anything is wrong."
    },
    footer = {"", "Examples:", "  update-all db check", "  update-all db check --json"})
final class DbCheckCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Override
  public Integer call() {
    Session session = db.session();
    try (UpdateAll updateAll = session.open()) {
      CheckReport report = updateAll.checkStore();
      if (session.json()) {
        session.printJson(document(report));
      } else {
        show(session, report);
      }
      return report.isSound() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
    }
  }

  private static void show(Session session, CheckReport report) {
    if (!report.exists()) {
      session.print(HostFilter.NO_HISTORY);
      return;
    }
    Findings.show(session, report.findings());
    if (report.isSound()) {
      session.print(
          "%s is sound: %s read, and every table."
              .formatted(report.database(), Count.of(report.soundRuns(), "run")));
    }
  }

  private static Map<String, Object> document(CheckReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("database", report.database().toString());
    document.put("exists", report.exists());
    document.put("sound", report.isSound());
    document.put("sound_runs", report.soundRuns());
    document.put("findings", Findings.documents(report.findings()));
    return document;
  }
}
