package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one measure over executions.
 *
 * @param count how many executions measured it, at least 1
 * @param mean arithmetic mean
 * @param median 50 % quantile
 * @param percentile95 95 % quantile; quantiles interpolate linearly between order statistics
 * @param standardDeviation of the sample; absent for a single value
 */
public record MeasureSummary(
    long count,
    double mean,
    double median,
    double percentile95,
    @Nullable Double standardDeviation) {

  /** The summary of these values in any order; none of none. */
  public static Option<MeasureSummary> of(List<Double> values) {
    if (values.isEmpty()) {
      return Option.none();
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    return Option.some(
        new MeasureSummary(
            sorted.length,
            mean,
            SampleQuantile.of(sorted, 0.5),
            SampleQuantile.of(sorted, 0.95),
            standardDeviation(sorted, mean)));
  }

  private static @Nullable Double standardDeviation(double[] values, double mean) {
    if (values.length < 2) {
      return null;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
