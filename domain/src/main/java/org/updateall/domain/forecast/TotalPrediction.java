package org.updateall.domain.forecast;

import java.util.List;
import org.updateall.domain.history.PluginName;

/**
 * What a run of several plugins, one after another, will need of one target.
 *
 * @param target which target
 * @param distribution what is believed of the total
 * @param included the plugins that it is made of
 * @param missing the plugins asked for of which nothing is known in this target
 */
public record TotalPrediction(
    Target target,
    PredictiveDistribution distribution,
    List<PluginName> included,
    List<PluginName> missing) {

  public TotalPrediction {
    included = List.copyOf(included);
    missing = List.copyOf(missing);
  }

  public double point() {
    return distribution.median();
  }

  public PredictionInterval interval(double level) {
    return distribution.interval(level);
  }
}
