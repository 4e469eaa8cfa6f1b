package org.updateall.application.estimating;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.NameBasedId;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.SampleQuantile;

/**
 * The total of several plugins that run one after another, as if their deviations had nothing to do
 * with one another: joint draws from their distributions are added up, or for memory the largest
 * taken. Bounds are never added up: that would claim that everything goes wrong at once.
 *
 * <p>Draws are stratified (Latin hypercube; McKay, Beckman and Conover, Technometrics 21, 1979). A
 * plugin's draws depend on its name alone, so that the total does not depend on the order of the
 * plugins and is the same each time.
 */
final class IndependentTotal {

  private static final int DRAWS = 10_000;

  private final LongFunction<RandomGenerator> generators;

  IndependentTotal(LongFunction<RandomGenerator> generators) {
    this.generators = generators;
  }

  /** The total of one target; its list of included plugins is empty if nothing is known. */
  Option<TotalPrediction> of(Target target, List<ResourceEstimate> plugins) {
    List<Prediction> parts = new ArrayList<>();
    List<PluginName> missing = new ArrayList<>();
    for (ResourceEstimate plugin : plugins) {
      plugin.prediction(target).peek(parts::add).onEmpty(() -> missing.add(plugin.plugin()));
    }
    if (parts.isEmpty()) {
      return Option.none();
    }
    parts.sort(Comparator.comparing(part -> part.key().plugin()));
    List<PluginName> included = parts.stream().map(part -> part.key().plugin()).toList();
    return Option.some(new TotalPrediction(target, distribution(target, parts), included, missing));
  }

  private PredictiveDistribution distribution(Target target, List<Prediction> parts) {
    if (parts.size() == 1) {
      return parts.get(0).distribution();
    }
    double[] totals = new double[DRAWS];
    for (Prediction part : parts) {
      double[] draws = draws(part);
      for (int i = 0; i < DRAWS; i++) {
        totals[i] =
            switch (target.combination()) {
              case SUM -> totals[i] + draws[i];
              case MAXIMUM -> Math.max(totals[i], draws[i]);
            };
      }
    }
    Arrays.sort(totals);
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> SampleQuantile.of(totals, level))
            .toArray());
  }

  /** One value from each of as many equally probable strata, in random order. */
  private double[] draws(Prediction part) {
    RandomGenerator random = generators.apply(seed(part));
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double value = part.distribution().quantile((i + random.nextDouble()) / DRAWS);
      int place = random.nextInt(i + 1);
      draws[i] = draws[place];
      draws[place] = value;
    }
    return draws;
  }

  private static long seed(Prediction part) {
    return NameBasedId.of(part.key().plugin().value(), part.key().target().wireName())
        .getMostSignificantBits();
  }
}
