package org.updateall.cli;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.ExaminedPlugin;
import org.updateall.application.inspecting.ExaminedSource;
import org.updateall.application.inspecting.MachineExamination;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.Metering;
import org.updateall.domain.metering.MeteringMethod;
import org.updateall.domain.storage.StoreSummary;

/** What was found on this machine, for machines; scripts rely on its keys. */
final class DoctorDocument {

  private DoctorDocument() {}

  static Map<String, Object> of(Session session, Diagnosis diagnosis) {
    MachineExamination examination = diagnosis.examination();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", Version.number());
    document.put("java", System.getProperty("java.version", "unknown"));
    document.put("host", session.settings().hostname());
    document.put("broken", diagnosis.isBroken());
    document.put("history", history(diagnosis));
    document.put("files", files(diagnosis));
    document.put("plugins", examination.plugins().stream().map(DoctorDocument::of).toList());
    document.put("disabled", examination.disabled().stream().map(PluginName::value).toList());
    document.put("refused", examination.refused().stream().map(FileRefused::message).toList());
    document.put("measuring", measuring(examination.metering()));
    document.put("caveats", examination.metering().caveats());
    document.put("sources", examination.sources().stream().map(DoctorDocument::of).toList());
    document.put("missing", diagnosis.lacks().stream().map(DoctorDocument::of).toList());
    return document;
  }

  private static Map<String, @Nullable Object> history(Diagnosis diagnosis) {
    StoreSummary summary = diagnosis.examination().history().summary();
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("database", diagnosis.database().path().toString());
    document.put("exists", Files.exists(diagnosis.database().path()));
    document.put("problem", diagnosis.historyProblem());
    document.put("runs_under_way", diagnosis.examination().history().underWay().size());
    document.put("runs_waiting", diagnosis.examination().history().waiting());
    if (summary != null) {
      document.put("bytes", summary.bytes());
      document.put("runs", DoctorReport.rows(summary, "runs"));
      document.put("executions", DoctorReport.rows(summary, "plugin_executions"));
      document.put("schema_version", summary.schemaVersion());
      document.put("oldest_run", Json.time(summary.oldestRun()));
      document.put("newest_run", Json.time(summary.newestRun()));
    }
    return document;
  }

  private static Map<String, Object> files(Diagnosis diagnosis) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("configuration", of(diagnosis.configuration()));
    document.put("plugins", of(diagnosis.plugins()));
    document.put("logs", of(diagnosis.logs()));
    document.put("cache", of(diagnosis.cache()));
    return document;
  }

  private static Map<String, Object> of(KeptPlace place) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("path", place.path().toString());
    document.put("state", place.state().wireName());
    return document;
  }

  private static Map<String, Object> of(ExaminedPlugin plugin) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plugin", plugin.name().value());
    document.put("origin", plugin.origin().wireName());
    document.put("verdict", plugin.applicability().verdict().name().toLowerCase(Locale.ROOT));
    document.put("reason", plugin.applicability().reason());
    return document;
  }

  private static List<Map<String, @Nullable Object>> measuring(Metering metering) {
    return Arrays.stream(Figure.values()).map(figure -> of(figure, metering)).toList();
  }

  private static Map<String, @Nullable Object> of(Figure figure, Metering metering) {
    MeteringMethod method = metering.methods().get(figure);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("figure", figure.wireName());
    document.put("method", method == null ? null : method.wireName());
    document.put("absence", metering.absences().get(figure));
    return document;
  }

  private static Map<String, @Nullable Object> of(ExaminedSource source) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("source", source.id());
    document.put("description", source.description());
    document.put("state", source.detection().state().name().toLowerCase(Locale.ROOT));
    document.put("places", source.detection().places());
    document.put("remark", source.detection().remark());
    document.put("only_when_named", source.onlyWhenNamed());
    return document;
  }

  private static Map<String, Object> of(Lack lack) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("area", lack.area());
    document.put("what", lack.what());
    document.put("remedy", lack.remedy());
    document.put("broken", lack.broken());
    return document;
  }
}
