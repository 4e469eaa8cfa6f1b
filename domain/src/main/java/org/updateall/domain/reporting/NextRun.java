package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;

/**
 * What the next run will need.
 *
 * @param plugins each plugin's part, by name
 * @param totals all plugins together, one after another; a target of which nothing is known is left
 *     out
 * @param risk how likely its plugins are to fail
 */
public record NextRun(
    List<ResourceEstimate> plugins, Map<Target, TotalPrediction> totals, RunRisk risk) {

  public NextRun {
    requireNonNull(risk, "risk");
    plugins = List.copyOf(plugins);
    totals = Map.copyOf(totals);
  }
}
