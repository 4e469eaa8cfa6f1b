package org.updateall.application.importing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordingSummary;

/**
 * What bringing in what a machine remembers came to.
 *
 * @param sources each source that was looked at, in their order
 * @param updates how many updates they remember together, each counted once
 * @param sessionsLeftOut sessions of several transactions, which are told one by one
 * @param recordedBefore updates that update-all ran itself, or an old history has
 * @param alreadyThere updates that were brought in before, and of which nothing new is known
 * @param added by plugin, updates that were not known
 * @param completed updates that were known, and of which more is known now
 * @param recorded what storing them changed; absent where nothing was to be stored
 */
public record SystemImportReport(
    List<SourceReport> sources,
    long updates,
    long sessionsLeftOut,
    long recordedBefore,
    long alreadyThere,
    Map<PluginName, Long> added,
    long completed,
    @Nullable RecordingSummary recorded) {

  public SystemImportReport {
    requireNonNull(sources, "sources");
    sources = List.copyOf(sources);
    added = Map.copyOf(added);
  }

  /** How many updates were not known before. */
  public long addedInAll() {
    return added.values().stream().mapToLong(Long::longValue).sum();
  }
}
