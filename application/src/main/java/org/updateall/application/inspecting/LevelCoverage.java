package org.updateall.application.inspecting;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.CoverageBand;

/**
 * How many outcomes lay inside the intervals of one nominal level.
 *
 * @param plugin which plugin; absent for the totals
 * @param target which target
 * @param level the nominal level
 * @param coverage how many of how many lay inside
 */
public record LevelCoverage(
    @Nullable PluginName plugin, Target target, double level, CoverageBand coverage) {

  public LevelCoverage {
    requireNonNull(target, "target");
    requireNonNull(coverage, "coverage");
  }
}
