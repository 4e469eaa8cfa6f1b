package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of one measure over executions.
 *
 * @param count how many executions measured it, at least 1
 * @param minimum the smallest value
 * @param maximum the greatest value
 * @param sum of all values
 * @param median 50 % quantile
 * @param percentile95 95 % quantile; quantiles interpolate linearly between order statistics
 * @param standardDeviation of the sample; absent for a single value
 */
public record MeasureSummary(
    long count,
    double minimum,
    double maximum,
    double sum,
    double median,
    double percentile95,
    @Nullable Double standardDeviation) {

  /**
   * @throws IllegalArgumentException if there is no value
   */
  public MeasureSummary {
    if (count < 1) {
      throw new IllegalArgumentException("a summary of %d values".formatted(count));
    }
  }

  /** The summary of these values in any order; none of none. */
  public static Option<MeasureSummary> of(Collection<Double> values) {
    if (values.isEmpty()) {
      return Option.none();
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    return Option.some(
        new MeasureSummary(
            sorted.length,
            sorted[0],
            sorted[sorted.length - 1],
            sum,
            SampleQuantile.of(sorted, 0.5),
            SampleQuantile.of(sorted, 0.95),
            standardDeviation(sorted, sum / sorted.length)));
  }

  /** The arithmetic mean. */
  public double mean() {
    return sum / count;
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
