package org.updateall.domain.retrieval;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What several executions came to together in one measure.
 *
 * @param count how many executions measured it
 * @param sum of their values; 0 of none
 * @param maximum the greatest value; absent of none
 */
public record MeasureTotal(long count, double sum, @Nullable Double maximum) {

  /** Of no execution. */
  public static final MeasureTotal NONE = new MeasureTotal(0, 0, null);

  /**
   * @throws IllegalArgumentException if there is a maximum of no values, or none of some
   */
  public MeasureTotal {
    if ((count == 0) != (maximum == null)) {
      throw new IllegalArgumentException(
          "a total of %d values with the maximum %s".formatted(count, maximum));
    }
  }

  /** What these values come to together; one that is absent was not measured. */
  public static MeasureTotal of(Stream<? extends @Nullable Number> values) {
    return values.reduce(NONE, MeasureTotal::plus, MeasureTotal::plus);
  }

  /** The arithmetic mean; absent of none. */
  public @Nullable Double mean() {
    return count == 0 ? null : sum / count;
  }

  /** What both came to together. */
  public MeasureTotal plus(MeasureTotal other) {
    return new MeasureTotal(count + other.count, sum + other.sum, greater(maximum, other.maximum));
  }

  /** This with one value more, if there is one. */
  MeasureTotal plus(@Nullable Number value) {
    if (value == null) {
      return this;
    }
    double more = value.doubleValue();
    return plus(new MeasureTotal(1, more, more));
  }

  private static @Nullable Double greater(@Nullable Double one, @Nullable Double other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
