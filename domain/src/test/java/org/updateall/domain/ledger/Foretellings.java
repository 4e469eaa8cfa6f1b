package org.updateall.domain.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;

/** Things that are foretold of runs, for tests. */
public final class Foretellings {

  private Foretellings() {}

  /** The run of that number, of whose plugins the elapsed time is foretold at that time. */
  public static ForetoldRun run(int number, Instant madeAt, String... plugins) {
    return new ForetoldRun(
        Runs.id(number),
        madeAt,
        Arrays.stream(plugins).map(plugin -> prediction(plugin, 50, 70)).toList());
  }

  /** The elapsed time of a plugin, every value between the bounds being as likely as any other. */
  public static RecordedPrediction prediction(String plugin, double from, double to) {
    return prediction(plugin, Target.WALL_CLOCK, from, to);
  }

  /** The elapsed time of all plugins together. */
  public static RecordedPrediction total(double from, double to) {
    return prediction(null, Target.WALL_CLOCK, from, to);
  }

  /** A target, every value between the bounds being as likely as any other. */
  public static RecordedPrediction prediction(
      @Nullable String plugin, Target target, double from, double to) {
    PredictiveDistribution uniform = uniform(from, to);
    return new RecordedPrediction(
        plugin == null ? null : new PluginName(plugin),
        target,
        uniform.median(),
        uniform.interval(PredictionInterval.DEFAULT_LEVEL),
        QuantileOutline.of(uniform),
        Basis.MODEL,
        IntervalBasis.OWN,
        plugin == null ? null : "pool",
        30,
        25);
  }

  /** The same, resting on something else. */
  public static RecordedPrediction ofBasis(RecordedPrediction prediction, Basis basis) {
    return new RecordedPrediction(
        prediction.plugin(),
        prediction.target(),
        prediction.point(),
        prediction.interval(),
        prediction.outline(),
        basis,
        prediction.intervalBasis(),
        prediction.model(),
        prediction.runs(),
        prediction.scores());
  }

  /** A run of which something is foretold in every target, and no two fields are the same. */
  public static ForetoldRun complete() {
    return new ForetoldRun(
        Runs.id(7),
        Instant.parse("2026-01-05T11:59:58.123456Z"),
        List.of(
            new RecordedPrediction(
                new PluginName("apt"),
                Target.WALL_CLOCK,
                60.000001,
                new PredictionInterval(1 / 3.0, 123456.789012345, 0.85),
                QuantileOutline.of(uniform(1 / 7.0, 200)),
                Basis.MODEL,
                IntervalBasis.BLEND,
                "exponential_smoothing",
                31,
                26),
            new RecordedPrediction(
                new PluginName("ツール"),
                Target.DOWNLOAD_SIZE,
                9_007_199_254_740_991.0,
                new PredictionInterval(0, 1e300, 0.99),
                QuantileOutline.of(uniform(0, 1e300)),
                Basis.FEW_RUNS,
                IntervalBasis.PRIOR,
                null,
                2,
                0),
            new RecordedPrediction(
                null,
                Target.WALL_CLOCK,
                61,
                new PredictionInterval(2, 300, 0.5),
                QuantileOutline.of(uniform(3, 299)),
                Basis.PRIOR,
                IntervalBasis.OWN,
                null,
                4,
                3)));
  }

  static PredictiveDistribution uniform(double from, double to) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> from + level * (to - from))
            .toArray());
  }
}
