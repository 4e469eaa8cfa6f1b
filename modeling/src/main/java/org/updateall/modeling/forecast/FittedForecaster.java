package org.updateall.modeling.forecast;

import io.vavr.control.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.conformal.SplitConformal;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.scale.PowerScale;

/**
 * All that is needed to forecast a series: plain values that can be stored and read back.
 *
 * <p>Forecasts are in units of the series, finite and never below 0. An interval between two
 * quantiles contains that of any lower level.
 *
 * @param scale on which the model works and errors are measured
 * @param model fitted to all observations on that scale
 * @param scores signed one-step-ahead errors on that scale, newest last
 * @param observed distinct values of late, ascending, that bounds are snapped to
 */
public record FittedForecaster(
    PowerScale scale, FittedModel model, List<Double> scores, List<Double> observed) {

  /**
   * @throws IllegalArgumentException if a part is missing, a score is not finite, or an observed
   *     value is not finite or negative
   */
  public FittedForecaster {
    if (scale == null || model == null || scores == null || observed == null) {
      throw new IllegalArgumentException("a part of the forecaster is missing");
    }
    scores.forEach(score -> require(isFinite(score), "score", score));
    observed.forEach(value -> require(isFinite(value) && value >= 0, "observed value", value));
    scores = List.copyOf(scores);
    observed = List.copyOf(observed);
  }

  /**
   * The predictive quantiles so many steps ahead, in the order of the levels, which lie strictly
   * between 0 and 1; none if there is not one score. That at 1/2 is the model's forecast. Beyond
   * one step the scores are widened as the model's own errors grow.
   */
  public Option<double[]> quantiles(int horizon, double[] levels) {
    double forecast = forecast(horizon);
    double growth = model.errorGrowth(horizon);
    SnappedBounds snapped = new SnappedBounds(unboxed(observed), scale.offset());
    return SplitConformal.from(unboxed(scores))
        .map(
            conformal ->
                Arrays.stream(levels)
                    .map(level -> forecast + growth * conformal.quantile(level))
                    .map(scale::fromScale)
                    .map(snapped::snap)
                    .toArray());
  }

  private static boolean isFinite(@Nullable Double value) {
    return value != null && Double.isFinite(value);
  }

  private static void require(boolean allowed, String name, @Nullable Double value) {
    if (!allowed) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  private double forecast(int horizon) {
    return model.forecast(TimeSeries.of().expected(horizon))[horizon - 1];
  }

  private static double[] unboxed(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
