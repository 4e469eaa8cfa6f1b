package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.updateall.application.fleet.FleetImportReport;
import org.updateall.domain.fleet.PartitionReport;

/** Shows what bringing a fleet's tree in came to. */
final class ImportedFleet {

  private static final int SHOWN_WITHOUT_JSON = 20;

  private ImportedFleet() {}

  /** The exit code that follows from it. */
  static int show(Session session, FleetImportReport report) {
    if (session.json()) {
      session.printJson(document(report));
    } else {
      summarise(session, report);
    }
    return report.reports().isEmpty() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  private static void summarise(Session session, FleetImportReport report) {
    session.heading(
        "%s: a fleet's tree with %s"
            .formatted(report.tree(), Count.of(report.partitions(), "partition")));
    if (report.dryRun()) {
      session.print(
          "Would import %s with %s of %s. Nothing was stored (dry run)."
              .formatted(
                  Count.of(report.runs(), "run"),
                  Count.of(report.executions(), "plugin execution"),
                  Count.of(report.hosts(), "host")));
    } else {
      session.print(
          "Imported from %s: %,d new, %,d changed, %,d already there."
              .formatted(
                  Count.of(report.hosts(), "host"),
                  report.added(),
                  report.updated(),
                  report.unchanged()));
      if (report.foretold() > 0) {
        session.print(
            "Of %s it is now known what was foretold."
                .formatted(Count.of(report.foretold(), "run")));
      }
    }
    complain(session, report.reports());
  }

  private static void complain(Session session, List<PartitionReport> reports) {
    reports.stream()
        .limit(SHOWN_WITHOUT_JSON)
        .forEach(each -> session.complain(each.partition() + ": " + each.reason()));
    if (reports.size() > SHOWN_WITHOUT_JSON) {
      session.complain(
          "and %,d more that were not taken whole; --json lists them"
              .formatted(reports.size() - SHOWN_WITHOUT_JSON));
    }
  }

  private static Map<String, Object> document(FleetImportReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("fleet", report.tree().toString());
    document.put("dry_run", report.dryRun());
    document.put("hosts", report.hosts());
    document.put("partitions", report.partitions());
    document.put("runs", report.runs());
    document.put("executions", report.executions());
    if (!report.dryRun()) {
      document.put("added", report.added());
      document.put("updated", report.updated());
      document.put("unchanged", report.unchanged());
      document.put("foretold_runs", report.foretold());
    }
    document.put("reports", report.reports().stream().map(ImportedFleet::document).toList());
    return document;
  }

  private static Map<String, Object> document(PartitionReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("partition", report.partition());
    document.put("executions_taken", report.rows());
    document.put("executions_left_out", report.leftOut());
    document.put("reason", report.reason());
    return document;
  }
}
