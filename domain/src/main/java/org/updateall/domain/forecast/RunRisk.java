package org.updateall.domain.forecast;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.domain.history.PluginName;

/**
 * How likely the next run is to meet failures.
 *
 * @param plugins the risk of each plugin, in the order of the estimate
 */
public record RunRisk(List<OutcomeRisk> plugins) {

  public RunRisk {
    plugins = List.copyOf(plugins);
  }

  public Option<OutcomeRisk> of(PluginName plugin) {
    return Option.ofOptional(
        plugins.stream().filter(risk -> risk.plugin().equals(plugin)).findFirst());
  }

  /**
   * The probability that at least one plugin fails, if failures of different plugins have nothing
   * to do with one another: 1 - product of (1 - p). Where they fail together, as without a network,
   * it is less. Of no plugin it is 0.
   */
  public double anyFailure() {
    double allSucceed = 1;
    for (OutcomeRisk risk : plugins) {
      allSucceed *= 1 - risk.failure().probability();
    }
    return 1 - allSucceed;
  }
}
