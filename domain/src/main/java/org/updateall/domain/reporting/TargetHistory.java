package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;

/**
 * One target of one plugin through time.
 *
 * @param plugin of which plugin
 * @param target which target
 * @param coverage which part of an update the values cover
 * @param past its successful runs that measured it, oldest first
 * @param ahead the next runs, in their order; empty where nothing can be said of them
 */
public record TargetHistory(
    PluginName plugin, Target target, Coverage coverage, List<PastRun> past, List<RunAhead> ahead) {

  /**
   * @throws IllegalArgumentException if runs are not in the order of time
   */
  public TargetHistory {
    requireNonNull(plugin, "plugin");
    requireNonNull(target, "target");
    requireNonNull(coverage, "coverage");
    past = List.copyOf(past);
    ahead = List.copyOf(ahead);
    for (int i = 1; i < past.size(); i++) {
      if (past.get(i).time().isBefore(past.get(i - 1).time())) {
        throw new IllegalArgumentException("runs of %s are not in order".formatted(plugin));
      }
    }
  }

  /** Whether any of its past forecasts was made afterwards. */
  public boolean hasAfterthoughts() {
    return past.stream()
        .map(PastRun::forecast)
        .anyMatch(forecast -> forecast != null && !forecast.beforehand());
  }
}
