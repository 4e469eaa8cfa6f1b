package org.updateall.application.updating;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.updating.CachedPreflight;
import org.updateall.domain.updating.PreflightCache;

/**
 * Use case: recall what plugins said lately of the coming run. No program is started. What a plugin
 * said counts for {@link CachedPreflight#LONGEST_USE}, and no longer than until it next begins.
 */
public final class RecallPreflights {

  private final PreflightCache cache;
  private final HistoryQueries queries;
  private final Clock clock;
  private final String thisHost;

  /**
   * @param thisHost the machine whose plugins were asked
   */
  public RecallPreflights(
      PreflightCache cache, HistoryQueries queries, Clock clock, String thisHost) {
    this.cache = cache;
    this.queries = queries;
    this.clock = clock;
    this.thisHost = thisHost;
  }

  /**
   * What is known of plugins of which the request says nothing; nothing where it is about other
   * machines than this one alone.
   *
   * @throws HistoryUnavailable if the history cannot be read
   */
  public KnownPreflights recall(EstimateRequest request) {
    if (!KnownPreflights.concerns(request, thisHost)) {
      return KnownPreflights.NONE;
    }
    Instant now = clock.instant();
    Map<PluginName, CachedPreflight> fresh = new HashMap<>();
    cache
        .recall()
        .forEach(
            (plugin, preflight) -> {
              if (preflight.isFresh(now) && KnownPreflights.isOpen(request, plugin)) {
                fresh.put(plugin, preflight);
              }
            });
    fresh.keySet().removeAll(begunSince(fresh, request));
    return new KnownPreflights(fresh, List.of());
  }

  private Set<PluginName> begunSince(
      Map<PluginName, CachedPreflight> preflights, EstimateRequest request) {
    Set<PluginName> begun = new HashSet<>();
    if (preflights.isEmpty()) {
      return begun;
    }
    HistoryFilter since =
        HistoryFilter.everything()
            .on(request.host())
            .ofPlugins(preflights.keySet())
            .from(earliest(preflights));
    for (RecentExecution each : queries.recentExecutions(since, Integer.MAX_VALUE)) {
      CachedPreflight preflight = preflights.get(each.plugin());
      if (preflight != null && !each.outcome().startedAt().isBefore(preflight.asked())) {
        begun.add(each.plugin());
      }
    }
    return begun;
  }

  private static Instant earliest(Map<PluginName, CachedPreflight> preflights) {
    return preflights.values().stream()
        .map(CachedPreflight::asked)
        .min(Instant::compareTo)
        .orElseThrow();
  }
}
