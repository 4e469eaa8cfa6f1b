package org.updateall.domain.forecast;

import java.util.Arrays;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** Distributions of known shape, and predictions that hold them. */
final class Distributions {

  private Distributions() {}

  /** Every value between the bounds is as likely as any other. */
  static PredictiveDistribution uniform(double from, double to) {
    return PredictiveDistribution.of(
        Arrays.stream(PredictiveDistribution.levels())
            .map(level -> from + level * (to - from))
            .toArray());
  }

  /** The value is certain. */
  static PredictiveDistribution certain(double value) {
    return uniform(value, value);
  }

  static Prediction prediction(Target target, Basis basis, double value) {
    SeriesKey key = new SeriesKey(new PluginName("apt"), HostScope.only("atlas"), target);
    return new Prediction(key, value, certain(value), basis, null, 3, 2);
  }

  /** A prediction that rests on so many past errors. */
  static Prediction fromScores(int scores) {
    return new Prediction(
        SeriesFixture.KEY, 60, certain(60), Basis.MODEL, "naive", scores + 1, scores);
  }
}
