package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The values of a series and what was forecast for each, before any interval was made about it.
 *
 * @param source where the series comes from
 * @param values in the order of time
 * @param points the forecast of each from what came before it; that of the first says nothing
 */
public record PointForecasts(String source, List<Double> values, List<Double> points) {

  /**
   * @throws IllegalArgumentException if there are not as many points as values, or a number is
   *     negative or not finite
   */
  public PointForecasts {
    requireNonNull(source, "source");
    values = List.copyOf(values);
    points = List.copyOf(points);
    if (values.size() != points.size()) {
      throw new IllegalArgumentException(
          "%d values, but %d points".formatted(values.size(), points.size()));
    }
    values.forEach(PredictionInterval::requirePoint);
    points.forEach(PredictionInterval::requirePoint);
  }
}
