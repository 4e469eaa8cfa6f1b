package org.updateall.adapters.jsonlegacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/**
 * A run as the old format has it: the fields that the Python program writes, then those that only
 * its loader reads. A count that is not known is left out, for its statistics fail on null.
 */
final class RunDocument {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);

  private RunDocument() {}

  static Map<String, @Nullable Object> of(Run run) {
    Map<String, @Nullable Object> fields = ofRunAlone(run);
    fields.put(FieldNames.PLUGINS, run.executions().stream().map(RunDocument::of).toList());
    return fields;
  }

  /** The run without its plugins. */
  static Map<String, @Nullable Object> ofRunAlone(Run run) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FieldNames.ID, run.runId().toString());
    fields.put(FieldNames.START_TIME, time(run.startTime()));
    fields.put(FieldNames.END_TIME, time(run.endTime()));
    fields.put(FieldNames.HOSTNAME, run.hostname());
    putKnown(fields, FieldNames.USERNAME, run.username());
    putKnown(fields, FieldNames.CONFIG_HASH, run.configHash());
    return fields;
  }

  static Map<String, @Nullable Object> of(PluginExecution execution) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(FieldNames.NAME, execution.pluginName().value());
    fields.put(FieldNames.STATUS, execution.status().wireName());
    putKnown(fields, FieldNames.PACKAGES_UPDATED, execution.packagesUpdated());
    fields.put(FieldNames.ERROR_MESSAGE, execution.errorMessage());
    fields.put(FieldNames.START_TIME, time(execution.startTime()));
    fields.put(FieldNames.END_TIME, time(execution.endTime()));
    putKnown(fields, FieldNames.PACKAGES_TOTAL, execution.packagesTotal());
    putKnown(fields, FieldNames.EXIT_CODE, execution.exitCode());
    return fields;
  }

  static void putKnown(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /** As Python's {@code datetime.isoformat()} has it: a fraction only where there is one. */
  static @Nullable String time(@Nullable Instant instant) {
    if (instant == null) {
      return null;
    }
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return (time.getNano() == 0 ? SECONDS : MICROSECONDS).format(time);
  }
}
