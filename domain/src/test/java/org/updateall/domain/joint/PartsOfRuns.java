package org.updateall.domain.joint;

import java.util.Arrays;
import java.util.Map;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** Plugins of a run to come, with what is predicted for them. */
public final class PartsOfRuns {

  private PartsOfRuns() {}

  /** A plugin of which one target is known: every value between the bounds is as likely. */
  public static ResourceEstimate uniform(String plugin, Target target, double from, double to) {
    PluginName name = new PluginName(plugin);
    return new ResourceEstimate(name, Map.of(target, prediction(name, target, from, to)));
  }

  /** A plugin that will certainly take that long and that much memory. */
  public static ResourceEstimate certain(String plugin, double seconds, double bytes) {
    PluginName name = new PluginName(plugin);
    return new ResourceEstimate(
        name,
        Map.of(
            Target.WALL_CLOCK, prediction(name, Target.WALL_CLOCK, seconds, seconds),
            Target.MEMORY_PEAK, prediction(name, Target.MEMORY_PEAK, bytes, bytes)));
  }

  private static Prediction prediction(PluginName name, Target target, double from, double to) {
    double[] quantiles =
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> from + level * (to - from))
            .toArray();
    PredictiveDistribution distribution = PredictiveDistribution.of(quantiles);
    SeriesKey key = new SeriesKey(name, HostScope.everyHost(), target);
    return new Prediction(key, distribution.median(), distribution, Basis.MODEL, "uniform", 10, 9);
  }
}
