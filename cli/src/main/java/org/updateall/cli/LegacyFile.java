package org.updateall.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/** Writes runs as the Python update-all wrote its history.json: without steps, host or user. */
final class LegacyFile {

  private static final int ID_LENGTH = 8;

  private LegacyFile() {}

  static void write(Path file, List<Run> runs) throws IOException {
    Files.writeString(file, Json.write(runs.stream().map(LegacyFile::document).toList()));
  }

  private static Map<String, Object> document(Run run) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", run.runId().toString().substring(0, ID_LENGTH));
    document.put("start_time", run.startTime().toString());
    document.put("end_time", Json.time(run.endTime()));
    document.put("plugins", run.executions().stream().map(LegacyFile::document).toList());
    return document;
  }

  private static Map<String, Object> document(PluginExecution execution) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("name", execution.pluginName().value());
    document.put("status", execution.status().wireName());
    document.put("packages_updated", execution.packagesUpdated());
    document.put("error_message", execution.errorMessage());
    document.put("start_time", Json.time(execution.startTime()));
    document.put("end_time", Json.time(execution.endTime()));
    return document;
  }
}
