package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * The identities of a run and its executions, made of nothing but the record: full UUIDs are kept,
 * all else is named as the importer of the old JSON history names it, so that the same run has the
 * same identity wherever it is read.
 */
final class PythonIdentity {

  private static final Pattern DECORATION = Pattern.compile("^(urn:)?(uuid:)?\\{?|-|\\}$");
  private static final Pattern UUID_DIGITS = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NIL_OR_MAX = Pattern.compile("0{32}|f{32}");
  private static final int LONGEST_UUID =
      "urn:uuid:{00000000-0000-0000-0000-000000000000}".length();

  private final RunId runId;
  private final Map<PluginName, Integer> occurrences = new HashMap<>();

  PythonIdentity(String id, Instant start, List<PluginName> plugins) {
    UUID uuid = fullUuid(id);
    this.runId = new RunId(uuid == null ? nameBased(id, start, plugins) : uuid);
  }

  RunId runId() {
    return runId;
  }

  /** The identity of that plugin's next execution in the run. */
  ExecutionId next(String id, PluginName plugin) {
    int occurrence = occurrences.merge(plugin, 1, Integer::sum);
    UUID uuid = fullUuid(id);
    return new ExecutionId(
        uuid == null
            ? NameBasedId.of(
                "legacy-execution", runId.toString(), plugin.value(), Integer.toString(occurrence))
            : uuid);
  }

  private static UUID nameBased(String id, Instant start, List<PluginName> plugins) {
    List<String> parts = new ArrayList<>(List.of("legacy-run", id, start.toString()));
    plugins.stream().sorted().map(PluginName::value).forEach(parts::add);
    return NameBasedId.of(parts.toArray(String[]::new));
  }

  private static @Nullable UUID fullUuid(String text) {
    if (text.length() > LONGEST_UUID) {
      return null;
    }
    String digits = DECORATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    if (!UUID_DIGITS.matcher(digits).matches() || NIL_OR_MAX.matcher(digits).matches()) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
  }
}
