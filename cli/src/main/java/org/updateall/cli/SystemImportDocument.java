package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.application.importing.SourceReport;
import org.updateall.application.importing.SystemImportReport;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.importing.SkippedRecord;

/** What bringing in what a machine remembers came to, as JSON. */
final class SystemImportDocument {

  private SystemImportDocument() {}

  static Map<String, Object> of(SystemImportReport report, boolean dryRun) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("dry_run", dryRun);
    document.put("sources", report.sources().stream().map(SystemImportDocument::of).toList());
    document.put("updates", report.updates());
    document.put("added", report.addedInAll());
    Map<String, Long> byPlugin = new TreeMap<>();
    report.added().forEach((plugin, count) -> byPlugin.put(plugin.value(), count));
    document.put("added_by_plugin", byPlugin);
    document.put("completed", report.completed());
    document.put("already_there", report.alreadyThere());
    document.put("recorded_by_update_all", report.recordedBefore());
    document.put("sessions_left_out", report.sessionsLeftOut());
    RecordingSummary recorded = report.recorded();
    if (recorded != null) {
      document.put("runs_in_database", recorded.after().runs());
      document.put("executions_in_database", recorded.after().executions());
    }
    return document;
  }

  private static Map<String, Object> of(SourceReport source) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("source", source.id());
    document.put("description", source.description());
    document.put("state", source.detection().state().name().toLowerCase(Locale.ROOT));
    document.put("places", source.detection().places());
    document.put("remark", source.detection().remark());
    document.put("found", source.found());
    document.put("skipped", source.skippedCount());
    document.put(
        "skipped_records", source.skipped().stream().map(SystemImportDocument::of).toList());
    document.put("failure", source.failure());
    return document;
  }

  private static Map<String, Object> of(SkippedRecord record) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("place", record.place());
    document.put("line", record.line());
    document.put("reason", record.reason());
    return document;
  }
}
