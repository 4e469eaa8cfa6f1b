package org.updateall.modeling.pooling;

import io.vavr.control.Option;
import java.util.Arrays;
import org.updateall.modeling.numbers.Median;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * What one series says on the logarithmic scale.
 *
 * @param row which row it belongs to
 * @param column which column it belongs to
 * @param count how many values were looked at
 * @param level their median
 * @param variance their variance; 0 if there is one value alone
 */
public record SeriesSummary(int row, int column, int count, double level, double variance) {

  /** Levels drift, so what lies further back says less of what is to come. */
  private static final int RECENT = 50;

  /**
   * @throws IllegalArgumentException if there is no value, or a figure is not finite
   */
  public SeriesSummary {
    if (count < 1 || !Double.isFinite(level) || !(variance >= 0 && Double.isFinite(variance))) {
      throw new IllegalArgumentException(
          "a series of %d values has level %s and variance %s".formatted(count, level, variance));
    }
  }

  /** That of the latest of these values; none if none of all is above 0. */
  public static Option<SeriesSummary> of(int row, int column, double[] values) {
    if (Arrays.stream(values).noneMatch(value -> value > 0)) {
      return Option.none();
    }
    double[] recent =
        Arrays.copyOfRange(values, Math.max(0, values.length - RECENT), values.length);
    double[] scaled = PowerScale.of(Power.LOGARITHM, values).toScale(recent);
    double mean = Arrays.stream(scaled).average().orElseThrow();
    double squares = Arrays.stream(scaled).map(z -> (z - mean) * (z - mean)).sum();
    return Option.some(
        new SeriesSummary(
            row,
            column,
            scaled.length,
            Median.sorting(scaled),
            scaled.length == 1 ? 0 : squares / (scaled.length - 1)));
  }
}
