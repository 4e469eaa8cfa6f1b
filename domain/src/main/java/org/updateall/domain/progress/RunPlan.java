package org.updateall.domain.progress;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.Schedule;

/**
 * A run before it begins: its plugins, and what is believed of the time that they will take.
 *
 * @param plugins all plugins of the run, in any order
 * @param predictions what is believed of the time of each, in seconds; those of which nothing is
 *     known are left out
 * @param schedule by what rule they run
 * @param history how their past times went along with one another
 */
public record RunPlan(
    List<PluginName> plugins,
    Map<PluginName, PredictiveDistribution> predictions,
    Schedule schedule,
    JointHistory history) {

  /**
   * @throws IllegalArgumentException if a plugin is there twice, or one is predicted that is no
   *     part of the run
   */
  public RunPlan {
    plugins = List.copyOf(plugins);
    predictions = Map.copyOf(predictions);
    requireNonNull(schedule, "schedule");
    requireNonNull(history, "history");
    HashSet<PluginName> names = new HashSet<>();
    for (PluginName plugin : plugins) {
      if (!names.add(plugin)) {
        throw new IllegalArgumentException("a plugin is there twice: " + plugin);
      }
    }
    for (PluginName predicted : predictions.keySet()) {
      if (!names.contains(predicted)) {
        throw new IllegalArgumentException("the run has no plugin " + predicted);
      }
    }
  }

  /** The elapsed times of that run. */
  public static RunPlan of(JointRun run) {
    Map<PluginName, PredictiveDistribution> predictions = new HashMap<>();
    for (ResourceEstimate each : run.plugins()) {
      each.prediction(Target.WALL_CLOCK)
          .forEach(prediction -> predictions.put(each.plugin(), prediction.distribution()));
    }
    return new RunPlan(
        run.plugins().stream().map(ResourceEstimate::plugin).toList(),
        predictions,
        run.schedule(),
        run.history(Target.WALL_CLOCK));
  }
}
