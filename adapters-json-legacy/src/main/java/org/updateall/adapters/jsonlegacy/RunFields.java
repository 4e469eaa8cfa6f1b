package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.LegacyIdentity;
import org.updateall.domain.history.LegacyReading;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;

/** What the record says of the run itself. */
record RunFields(
    JsonValue id,
    Instant start,
    @Nullable Instant end,
    String hostname,
    @Nullable String username,
    @Nullable String configHash,
    @Nullable RunAddition addition) {

  /**
   * Reads them all and notes a reason for each that cannot be read; none if the start is not known.
   */
  static Option<RunFields> read(RawObject record, LegacyReading reading, Reasons reasons) {
    FieldReader fields = new FieldReader(record, "", reading.zone(), reasons);
    JsonValue id = fields.id();
    Instant start = fields.requiredTime(FieldNames.START_TIME);
    Instant end = fields.time(FieldNames.END_TIME);
    fields.requireOrdered(start, end);
    String hostname = fields.hostname();
    String username = fields.freeText(FieldNames.USERNAME);
    String configHash = fields.freeText(FieldNames.CONFIG_HASH);
    RunAddition addition = fields.addition().map(RunAddition::read).getOrNull();
    String machine = hostname == null ? reading.hostname() : hostname;
    return start == null
        ? Option.none()
        : Option.some(new RunFields(id, start, end, machine, username, configHash, addition));
  }

  /**
   * The run with those plugins.
   *
   * @throws IllegalArgumentException if the domain refuses it
   */
  Run with(List<PluginFields> plugins) {
    List<PluginName> names = plugins.stream().map(PluginFields::name).toList();
    LegacyIdentity identity =
        addition == null || addition.runId() == null
            ? identity(names)
            : LegacyIdentity.stated(addition.runId());
    List<PluginExecution> executions =
        plugins.stream().map(plugin -> plugin.execution(identity)).toList();
    return new Run(
        identity.runId(),
        start,
        end,
        hostname,
        username,
        configHash,
        executions,
        addition == null ? null : addition.createdAt());
  }

  private LegacyIdentity identity(List<PluginName> names) {
    return id.isText()
        ? LegacyIdentity.of(id.text(), start, names)
        : LegacyIdentity.derived(id.isNothing() ? "" : id.text(), start, names);
  }
}
