package org.updateall.application.estimating;

import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * What the next run will need.
 *
 * @param level nominal level of the intervals asked for
 * @param host whose history it rests on
 * @param plugins each plugin's part, by name
 * @param totals all plugins together, one after another; a target of which nothing is known is left
 *     out
 * @param unknown plugins asked for that no host knows
 * @param trained how many models were missing or stale and were trained anew
 * @param warnings what did not work, without harm to the figures
 */
public record RunEstimate(
    double level,
    HostScope host,
    List<ResourceEstimate> plugins,
    Map<Target, TotalPrediction> totals,
    List<PluginName> unknown,
    int trained,
    List<String> warnings) {

  public RunEstimate {
    plugins = List.copyOf(plugins);
    totals = Map.copyOf(totals);
    unknown = List.copyOf(unknown);
    warnings = List.copyOf(warnings);
  }

  public Option<TotalPrediction> total(Target target) {
    return Option.of(totals.get(target));
  }
}
