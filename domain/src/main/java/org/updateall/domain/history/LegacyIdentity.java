package org.updateall.domain.history;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identities of a run of the Python update-all and of its executions, made of nothing but the
 * record, so that the same run has the same identity wherever it is read.
 *
 * <p>A record may have been given its identity here, and its executions theirs. Else a record whose
 * id is a full UUID, in any of the spellings that Python reads, keeps it; nil and max UUIDs, which
 * identify nothing, are taken for text. Any other record is identified by its id's text, its start
 * as an instant and its sorted plugin names, so that neither the spelling of the time nor the order
 * of the plugins matters. An execution is identified by its run, its plugin, and which of that
 * plugin's in the run it is.
 */
public final class LegacyIdentity {

  private static final Pattern DECORATION = Pattern.compile("^(urn:)?(uuid:)?\\{?|-|\\}$");
  private static final Pattern UUID_DIGITS = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NIL_OR_MAX = Pattern.compile("0{32}|f{32}");
  private static final int LONGEST_UUID =
      "urn:uuid:{00000000-0000-0000-0000-000000000000}".length();

  private final RunId runId;
  private final Map<PluginName, Integer> occurrences = new HashMap<>();

  private LegacyIdentity(RunId runId) {
    this.runId = runId;
  }

  /** Of a record with that id: the UUID that it is, else one derived from it. */
  public static LegacyIdentity of(String id, Instant start, List<PluginName> plugins) {
    return new LegacyIdentity(
        new RunId(fullUuid(id).getOrElse(() -> nameBased(id, start, plugins))));
  }

  /** Of a record whose id is no text, whatever it looks like; empty where it has none. */
  public static LegacyIdentity derived(String id, Instant start, List<PluginName> plugins) {
    return new LegacyIdentity(new RunId(nameBased(id, start, plugins)));
  }

  /** Of a record that states under which identity it is known here. */
  public static LegacyIdentity stated(RunId runId) {
    return new LegacyIdentity(runId);
  }

  /** Whether a record whose id is the text of that identity is known by it. */
  public static boolean isKeptBy(RunId runId) {
    return fullUuid(runId.toString()).isDefined();
  }

  public RunId runId() {
    return runId;
  }

  /** The identity of that plugin's next execution in the run. */
  public ExecutionId next(PluginName plugin) {
    int occurrence = occurrences.merge(plugin, 1, Integer::sum);
    return new ExecutionId(
        NameBasedId.of(
            "legacy-execution", runId.toString(), plugin.value(), Integer.toString(occurrence)));
  }

  /** The same where executions have ids, too: the UUID that it is, else one derived. */
  public ExecutionId next(String id, PluginName plugin) {
    ExecutionId derived = next(plugin);
    return fullUuid(id).map(ExecutionId::new).getOrElse(derived);
  }

  private static UUID nameBased(String id, Instant start, List<PluginName> plugins) {
    List<String> parts = new ArrayList<>(List.of("legacy-run", id, start.toString()));
    plugins.stream().sorted().map(PluginName::value).forEach(parts::add);
    return NameBasedId.of(parts.toArray(String[]::new));
  }

  private static Option<UUID> fullUuid(String text) {
    if (text.length() > LONGEST_UUID) {
      return Option.none();
    }
    String digits = DECORATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return Option.when(
        UUID_DIGITS.matcher(digits).matches() && !NIL_OR_MAX.matcher(digits).matches(),
        () ->
            new UUID(
                Long.parseUnsignedLong(digits, 0, 16, 16),
                Long.parseUnsignedLong(digits, 16, 32, 16)));
  }
}
