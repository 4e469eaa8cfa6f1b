package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.updateall.application.exchanging.ImportReport;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.history.RecordingSummary;

/** Shows what bringing an export in came to. */
final class ImportedExport {

  private ImportedExport() {}

  /** The exit code that follows from it. */
  static int show(Session session, ImportReport report) {
    if (session.json()) {
      session.printJson(document(report));
    } else {
      summarise(session, report);
    }
    return session.complainOfEach(report.discrepancies());
  }

  private static void summarise(Session session, ImportReport report) {
    ExportSurvey survey = report.survey();
    RecordingSummary recorded = report.recorded();
    session.heading(
        "%s: an export of %s (%s)"
            .formatted(
                survey.file(),
                Count.of(survey.counts().runs(), "run"),
                survey.format().wireName()));
    if (recorded == null) {
      session.print(
          "Would import %s with %s and %s. Nothing was stored (dry run)."
              .formatted(
                  Count.of(survey.counts().runs(), "run"),
                  Count.of(survey.counts().executions(), "plugin execution"),
                  Count.of(survey.models(), "model")));
      return;
    }
    session.print(
        "Imported: %,d new, %,d changed, %,d already there; %s."
            .formatted(
                recorded.added(),
                recorded.updated(),
                recorded.unchanged(),
                Count.of(report.modelsKept(), "model")));
    session.print(
        "The database now holds %s with %s%s."
            .formatted(
                Count.of(recorded.after().runs(), "run"),
                Count.of(recorded.after().executions(), "plugin execution"),
                report.discrepancies().isEmpty() ? "; the counts agree" : ""));
  }

  private static Map<String, Object> document(ImportReport report) {
    ExportSurvey survey = report.survey();
    RecordingSummary recorded = report.recorded();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", survey.file().toString());
    document.put("format", survey.format().wireName());
    document.put("sha256", survey.sha256());
    document.put("exported_at", survey.exportedAt().toString());
    document.put("runs", survey.counts().runs());
    document.put("executions", survey.counts().executions());
    document.put("models", survey.models());
    document.put("dry_run", recorded == null);
    if (recorded != null) {
      document.put("added", recorded.added());
      document.put("updated", recorded.updated());
      document.put("unchanged", recorded.unchanged());
      document.put("models_kept", report.modelsKept());
      document.put("runs_in_database", recorded.after().runs());
      document.put("executions_in_database", recorded.after().executions());
    }
    document.put("discrepancies", report.discrepancies());
    return document;
  }
}
