package org.updateall.application.estimating;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.Schedule;
import org.updateall.domain.progress.RunPlan;

/**
 * What the next run will need.
 *
 * @param level nominal level of the intervals asked for
 * @param host whose history it rests on
 * @param plugins each plugin's part, by name
 * @param schedule by what rule they run
 * @param histories how the plugins' past outcomes went along with one another
 * @param totals all plugins together; a target of which nothing is known is left out
 * @param risk how likely its plugins are to fail
 * @param unknown plugins asked for that no host knows
 * @param trained how many models were missing or stale and were trained anew
 * @param warnings what did not work, without harm to the figures
 */
public record RunEstimate(
    double level,
    HostScope host,
    List<ResourceEstimate> plugins,
    Schedule schedule,
    Map<Target, JointHistory> histories,
    Map<Target, TotalPrediction> totals,
    RunRisk risk,
    List<PluginName> unknown,
    int trained,
    List<String> warnings) {

  public RunEstimate {
    requireNonNull(risk, "risk");
    plugins = List.copyOf(plugins);
    histories = Map.copyOf(histories);
    totals = Map.copyOf(totals);
    unknown = List.copyOf(unknown);
    warnings = List.copyOf(warnings);
  }

  /** The same with one more thing that did not work. */
  RunEstimate withWarning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new RunEstimate(
        level, host, plugins, schedule, histories, totals, risk, unknown, trained, all);
  }

  public Option<TotalPrediction> total(Target target) {
    return Option.of(totals.get(target));
  }

  /** The run to be followed while it is under way, with those plugins that are unknown. */
  public RunPlan plan() {
    Stream<ResourceEstimate> strangers =
        unknown.stream().map(plugin -> new ResourceEstimate(plugin, Map.of()));
    return RunPlan.of(
        new JointRun(
            Stream.concat(plugins.stream(), strangers).toList(), schedule, histories, Map.of()));
  }
}
