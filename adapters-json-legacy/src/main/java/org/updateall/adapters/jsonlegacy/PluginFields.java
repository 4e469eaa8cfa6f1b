package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.LegacyIdentity;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;

/** What the record says of one plugin. */
record PluginFields(
    PluginName name,
    ExecutionStatus status,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    @Nullable String errorMessage,
    @Nullable Integer exitCode,
    @Nullable PluginAddition addition) {

  /**
   * Reads them all and notes a reason for each that cannot be read; none if name or status is not
   * known.
   *
   * @param ordinal place of the plugin in the run, from 1
   */
  static Option<PluginFields> read(RawObject plugin, int ordinal, ZoneId zone, Reasons reasons) {
    if (!plugin.shape().isObject()) {
      reasons.add(
          String.format(
              Locale.ROOT,
              "plugin %d is %s, not an object",
              ordinal,
              plugin.shape().description()));
      return Option.none();
    }
    FieldReader fields = new FieldReader(plugin, owner(plugin, ordinal), zone, reasons);
    PluginName name = fields.pluginName();
    ExecutionStatus status = fields.status();
    Instant start = fields.time(FieldNames.START_TIME);
    Instant end = fields.time(FieldNames.END_TIME);
    fields.requireOrdered(start, end);
    Integer updated = fields.count(FieldNames.PACKAGES_UPDATED);
    Integer total = fields.count(FieldNames.PACKAGES_TOTAL);
    String error = fields.freeText(FieldNames.ERROR_MESSAGE);
    Integer exitCode = fields.wholeNumber(FieldNames.EXIT_CODE);
    PluginAddition addition = fields.addition().flatMap(PluginAddition::read).getOrNull();
    return name == null || status == null
        ? Option.none()
        : Option.some(
            new PluginFields(name, status, start, end, updated, total, error, exitCode, addition));
  }

  /** The next execution of this plugin in the run of that identity. */
  PluginExecution execution(LegacyIdentity identity) {
    ExecutionId derived = identity.next(name);
    PluginExecution.Builder execution =
        PluginExecution.builder(
                addition == null ? derived : addition.executionId(), identity.runId(), name, status)
            .times(start, end)
            .packages(packagesUpdated, packagesTotal)
            .errorMessage(errorMessage)
            .exitCode(exitCode);
    return addition == null ? execution.build() : addition.addTo(execution).build();
  }

  private static String owner(RawObject plugin, int ordinal) {
    JsonValue name = plugin.field(FieldNames.NAME);
    return name.isText() && !name.text().isBlank()
        ? String.format(Locale.ROOT, "plugin %d (%s): ", ordinal, Excerpt.of(name.text()))
        : String.format(Locale.ROOT, "plugin %d: ", ordinal);
  }
}
