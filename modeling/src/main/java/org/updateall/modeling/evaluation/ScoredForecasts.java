package org.updateall.modeling.evaluation;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.SplitConformal;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * The newest one-step forecasts with the values that came, and the errors between them on the scale
 * of one power: what intervals about the next forecast rest on.
 */
final class ScoredForecasts {

  private final Power power;
  private final int most;
  private final boolean recentring;
  private final List<Double> values = new ArrayList<>();
  private final List<Double> forecasts = new ArrayList<>();
  private PowerScale scale;
  private @Nullable SplitConformal conformal;

  /**
   * @param recentring whether quantiles lie about the median of the errors, not about the forecast
   */
  ScoredForecasts(Power power, int most, boolean recentring) {
    this.recentring = recentring;
    this.power = power;
    this.most = most;
    this.scale = PowerScale.of(power, new double[0]);
  }

  Power power() {
    return power;
  }

  PowerScale scale() {
    return scale;
  }

  List<Double> values() {
    return values;
  }

  List<Double> forecasts() {
    return forecasts;
  }

  int size() {
    return values.size();
  }

  /** Measures the errors on the scale that suits these first values. */
  void settle(double[] early) {
    scale = PowerScale.of(power, early);
    conformal = null;
  }

  void add(double value, double forecast) {
    if (values.size() == most) {
      values.remove(0);
      forecasts.remove(0);
    }
    values.add(value);
    forecasts.add(forecast);
    conformal = null;
  }

  /** The predictive quantiles about that forecast; none before the first score. */
  Option<double[]> quantiles(double forecast, double growth, double[] levels) {
    if (values.isEmpty()) {
      return Option.none();
    }
    SplitConformal errors = conformal();
    double centre = scale.toScale(forecast);
    return Option.some(
        Arrays.stream(levels)
            .map(level -> scale.fromScale(centre + growth * errors.quantile(level)))
            .toArray());
  }

  private SplitConformal conformal() {
    SplitConformal known = conformal;
    if (known == null) {
      double[] scores = scores();
      known = (recentring ? SplitConformal.recentred(scores) : SplitConformal.from(scores)).get();
      conformal = known;
    }
    return known;
  }

  private double[] scores() {
    double[] scores = new double[values.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scale.toScale(values.get(i)) - scale.toScale(forecasts.get(i));
    }
    return scores;
  }
}
