package org.updateall.modeling.model.linear;

import java.util.ArrayList;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * A fitted NLinear model: one regression for each of the first steps. What is beyond those is
 * forecast from their forecasts, as many steps at a time. No forecast is farther outside the values
 * seen than they are apart.
 *
 * @param steps the regressions, for the first step ahead and those after it
 * @param last the last values, newest last; where one was missing, the one before
 * @param lowest value seen
 * @param highest value seen
 * @param observations how many values the model has been told
 */
public record NLinearModel(
    List<DirectStep> steps, List<Double> last, double lowest, double highest, int observations)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if there are no steps or no last values, one of these is not
   *     finite, a step has not one coefficient less than there are last values, the lowest value is
   *     above the highest, or the observations are negative
   */
  public NLinearModel {
    steps = Require.whole("steps", steps);
    last = Require.allFinite("last", last);
    Require.that(!steps.isEmpty(), "steps", steps);
    Require.that(!last.isEmpty(), "last", last);
    for (DirectStep step : steps) {
      Require.that(step.coefficients().size() == last.size() - 1, "steps", step);
    }
    Require.finite("lowest", lowest);
    Require.finite("highest", highest);
    Require.that(lowest <= highest, "lowest", lowest);
    Require.that(observations >= 0, "observations", observations);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    double[] forecasts = new double[future.size()];
    double[] values = last.stream().mapToDouble(Double::doubleValue).toArray();
    for (int begin = 0; begin < forecasts.length; begin += steps.size()) {
      int count = Math.min(steps.size(), forecasts.length - begin);
      for (int step = 0; step < count; step++) {
        forecasts[begin + step] =
            bounded(values[values.length - 1] + steps.get(step).addition(values));
      }
      values = newest(values, forecasts, begin, count);
    }
    return forecasts;
  }

  private double bounded(double forecast) {
    double range = highest - lowest;
    return Math.max(lowest - range, Math.min(highest + range, forecast));
  }

  /** The newest of the values and those added, as many as there were values. */
  private static double[] newest(double[] values, double[] added, int begin, int count) {
    double[] newest = new double[values.length];
    for (int i = 0; i < newest.length; i++) {
      int place = i + count - values.length;
      newest[i] = place < 0 ? values[i + count] : added[begin + place];
    }
    return newest;
  }

  /** A missing value counts as the one before. */
  @Override
  public NLinearModel update(Occasion occasion, double observation) {
    double value = Double.isNaN(observation) ? last.get(last.size() - 1) : observation;
    List<Double> moved = new ArrayList<>(last.subList(1, last.size()));
    moved.add(value);
    return new NLinearModel(
        steps, moved, Math.min(lowest, value), Math.max(highest, value), observations + 1);
  }

  @Override
  public String form() {
    return "%d lags, ridge %.2g".formatted(last.size(), steps.get(0).lambda());
  }

  /**
   * From the errors to be expected of each step, the largest up to there; beyond the last step they
   * grow as those of a random walk.
   */
  @Override
  public double errorGrowth(int horizon) {
    double first = steps.get(0).squaredError();
    if (first == 0) {
      return Math.sqrt(horizon);
    }
    int known = Math.min(horizon, steps.size());
    double largest = first;
    for (DirectStep step : steps.subList(0, known)) {
      largest = Math.max(largest, step.squaredError());
    }
    return Math.sqrt(largest / first * horizon / known);
  }
}
