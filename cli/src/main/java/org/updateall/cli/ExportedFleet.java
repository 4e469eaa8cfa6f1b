package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.updateall.application.fleet.FleetExportReport;

/** Shows what exporting into a fleet's tree came to. */
final class ExportedFleet {

  private ExportedFleet() {}

  /** The exit code that follows from it. */
  static int show(Session session, FleetExportReport report, boolean canBeGuessed) {
    if (session.json()) {
      session.printJson(document(report));
    } else {
      say(session, report);
    }
    if (canBeGuessed) {
      session.remark(
          "Who guesses a host's name can see that it is the right one; --salt-file prevents that.");
    }
    return ExitCode.DONE;
  }

  private static void say(Session session, FleetExportReport report) {
    if (report.months() == 0) {
      session.print("There is no run of %s to export.".formatted(report.host()));
    } else {
      session.print(
          "Exported %s of %s with %s and %s into %s: %s."
              .formatted(
                  Count.of(report.months(), "month"),
                  report.host(),
                  Count.of(report.counts().runs(), "run"),
                  Count.of(report.counts().executions(), "plugin execution"),
                  report.tree(),
                  changes(report)));
    }
  }

  private static String changes(FleetExportReport report) {
    int same = report.months() - report.changedMonths();
    if (report.changedMonths() == 0) {
      return "nothing has changed";
    }
    return same == 0
        ? "all of it is new"
        : "%,d new or changed, %,d as before".formatted(report.changedMonths(), same);
  }

  private static Map<String, Object> document(FleetExportReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("fleet", report.tree().toAbsolutePath().normalize().toString());
    document.put("host", report.host());
    document.put("months", report.months());
    document.put("changed_months", report.changedMonths());
    document.put("runs", report.counts().runs());
    document.put("executions", report.counts().executions());
    document.put("steps", report.counts().steps());
    document.put("estimates", report.counts().estimates());
    document.put("foretold_runs", report.foretold());
    return document;
  }
}
