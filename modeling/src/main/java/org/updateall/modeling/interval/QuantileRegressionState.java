package org.updateall.modeling.interval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.numbers.Require;

/**
 * What intervals by quantile regression remember: plain values that can be stored and read back.
 *
 * @param told how many errors were seen
 * @param fittedAt how many it were when quantiles were fitted last; 0 before
 * @param scale what values are measured on
 * @param size how large errors are on that scale
 * @param points the newest forecasts on that scale, oldest first
 * @param sizes of errors, as they were then
 * @param errors of these forecasts, on that scale
 * @param planes the fitted quantiles; absent before
 * @param scores the newest, at each central level
 */
public record QuantileRegressionState(
    int told,
    int fittedAt,
    RootScale.State scale,
    ErrorScale.State size,
    List<Double> points,
    List<Double> sizes,
    List<Double> errors,
    @Nullable QuantilePlanes planes,
    List<List<Double>> scores)
    implements IntervalMethodState {

  /**
   * @throws IllegalArgumentException if something is missing, or numbers do not go together
   */
  public QuantileRegressionState {
    Require.present("scale", scale);
    Require.present("size", size);
    points = Require.allFinite("points", points);
    sizes = Require.allFinite("sizes", sizes);
    errors = Require.allFinite("errors", errors);
    scores = Require.whole("scores", scores);
    int count = errors.size();
    Require.that(told >= count && fittedAt >= 0 && fittedAt <= told, "told", told);
    Require.that(count == Math.min(told, QuantileRegressionIntervals.FITTED), "errors", count);
    Require.that(points.size() == count && sizes.size() == count, "points", points.size());
    Require.that((planes == null) == (fittedAt == 0), "planes", planes);
    Require.that(scores.size() == CentralBounds.COUNT, "kinds of scores", scores.size());
    int most = planes == null ? 0 : QuantileRegressionIntervals.SCORES;
    for (List<Double> each : scores) {
      int number = Require.allFinite("scores", each).size();
      Require.that(number == scores.get(0).size() && number <= most, "number of scores", number);
    }
    scores = scores.stream().map(List::copyOf).toList();
  }

  @Override
  public IntervalKind kind() {
    return IntervalKind.CQR;
  }

  @Override
  public IntervalMethod resumed(ReferenceErrors reference) {
    return QuantileRegressionIntervals.of(this);
  }
}
