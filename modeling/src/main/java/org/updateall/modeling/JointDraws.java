package org.updateall.modeling;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.modeling.joint.GaussianCopula;
import org.updateall.modeling.joint.JointRanks;

/**
 * What each plugin comes to in one target, in many joint draws. Plugins are taken by name, and each
 * draws from a seed made of its name, so that nothing depends on the order in which they are named.
 *
 * @param target which target
 * @param plugins those of which anything is predicted, by name
 * @param missing the others, by name
 * @param distributions what is believed of each plugin by itself
 * @param values by plugin, then by draw
 */
@SuppressWarnings("ArrayRecordComponent")
record JointDraws(
    Target target,
    List<PluginName> plugins,
    List<PluginName> missing,
    List<PredictiveDistribution> distributions,
    double[][] values) {

  static JointDraws none() {
    return new JointDraws(Target.WALL_CLOCK, List.of(), List.of(), List.of(), new double[0][]);
  }

  /** None if nothing is predicted in that target. */
  static Option<JointDraws> of(Target target, JointRun run) {
    List<Prediction> parts = new ArrayList<>();
    List<PluginName> missing = new ArrayList<>();
    for (ResourceEstimate plugin : run.plugins()) {
      plugin.prediction(target).peek(parts::add).onEmpty(() -> missing.add(plugin.plugin()));
    }
    parts.sort(Comparator.comparing(part -> part.key().plugin()));
    missing.sort(Comparator.naturalOrder());
    List<PluginName> plugins = parts.stream().map(part -> part.key().plugin()).toList();
    List<PredictiveDistribution> distributions =
        parts.stream().map(Prediction::distribution).toList();
    return Option.when(
        !parts.isEmpty(),
        () ->
            new JointDraws(
                target,
                plugins,
                missing,
                distributions,
                values(target, plugins, distributions, run.history(target))));
  }

  private static double[][] values(
      Target target,
      List<PluginName> plugins,
      List<PredictiveDistribution> distributions,
      JointHistory history) {
    long[] seeds = plugins.stream().mapToLong(plugin -> seed(plugin, target)).toArray();
    JointRanks ranks = JointRanks.of(GaussianCopula.estimated(levels(plugins, history)), seeds);
    double[][] values = new double[seeds.length][];
    Arrays.setAll(values, place -> ranks.values(place, distributions.get(place)::quantile));
    return values;
  }

  private static long seed(PluginName plugin, Target target) {
    return NameBasedId.of(plugin.value(), target.wireName()).getMostSignificantBits();
  }

  /** By plugin, then by run; NaN where a plugin took no part. */
  static double[][] levels(List<PluginName> plugins, JointHistory history) {
    List<Map<PluginName, Double>> runs = history.runs();
    double[][] levels = new double[plugins.size()][runs.size()];
    for (int place = 0; place < levels.length; place++) {
      PluginName plugin = plugins.get(place);
      Arrays.setAll(levels[place], run -> runs.get(run).getOrDefault(plugin, Double.NaN));
    }
    return levels;
  }

  PredictiveDistribution distribution(int place) {
    return distributions.get(place);
  }

  double sumOfMeans() {
    return distributions.stream().mapToDouble(PredictiveDistribution::mean).sum();
  }

  /** The sum over plugins in each draw. */
  double[] sums() {
    return combined((sum, value) -> sum + value);
  }

  /** The largest of all plugins in each draw. */
  double[] maxima() {
    return combined(Math::max);
  }

  private double[] combined(DoubleBinaryOperator combination) {
    double[] totals = new double[JointRanks.DRAWS];
    for (double[] part : values) {
      Arrays.setAll(totals, draw -> combination.applyAsDouble(totals[draw], part[draw]));
    }
    return totals;
  }

  /** These plugins and those, by name. */
  List<PluginName> pluginsAnd(JointDraws others) {
    TreeSet<PluginName> all = new TreeSet<>(plugins);
    all.addAll(others.plugins);
    return List.copyOf(all);
  }

  /** What the plugins in these places come to in that draw; the mean of all for a negative one. */
  double[] valuesOrMean(int[] places, int draw) {
    double mean = Arrays.stream(values).mapToDouble(part -> part[draw]).average().orElse(1);
    return Arrays.stream(places)
        .mapToDouble(place -> place < 0 ? mean : values[place][draw])
        .toArray();
  }

  /** What the plugins in these places come to in that draw; 0 for a negative one. */
  double[] valuesOrNothing(int[] places, int draw) {
    return Arrays.stream(places)
        .mapToDouble(place -> place < 0 ? 0 : values[place][draw])
        .toArray();
  }
}
