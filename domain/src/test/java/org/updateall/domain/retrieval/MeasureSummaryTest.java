package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureSummaryTest {

  private static final double TOLERANCE = 1e-12;

  private static MeasureSummary of(Double... values) {
    return MeasureSummary.of(List.of(values)).get();
  }

  private static double deviation(MeasureSummary summary) {
    return requireNonNull(summary.standardDeviation());
  }

  /**
   * By hand: sorted 1 2 3 4 10; the 95 % quantile stands at 0.95 * 4 = 3.8, so 4 + 0.8 * 6; the
   * squares about the mean 4 are 9 + 4 + 1 + 0 + 36 = 50, over 4.
   */
  @Test
  void summarizesAnOddNumberOfValuesInAnyOrder() {
    MeasureSummary summary = of(4.0, 1.0, 10.0, 2.0, 3.0);

    assertEquals(5, summary.count());
    assertEquals(4, summary.mean(), TOLERANCE);
    assertEquals(3, summary.median(), TOLERANCE);
    assertEquals(8.8, summary.percentile95(), TOLERANCE);
    assertEquals(Math.sqrt(12.5), deviation(summary), TOLERANCE);
  }

  /** By hand: the median stands at 1.5, so 20 + 0.5 * 10; the 95 % quantile at 2.85. */
  @Test
  void interpolatesBetweenAnEvenNumberOfValues() {
    MeasureSummary summary = of(40.0, 30.0, 20.0, 10.0);

    assertEquals(25, summary.mean(), TOLERANCE);
    assertEquals(25, summary.median(), TOLERANCE);
    assertEquals(38.5, summary.percentile95(), TOLERANCE);
    assertEquals(Math.sqrt(500.0 / 3), deviation(summary), TOLERANCE);
  }

  @Test
  void readsTheQuantileOffWhereItMeetsAValue() {
    Double[] zeroToTwenty = new Double[21];
    for (int i = 0; i <= 20; i++) {
      zeroToTwenty[i] = (double) i;
    }

    assertEquals(10, of(zeroToTwenty).median(), TOLERANCE);
    assertEquals(19, of(zeroToTwenty).percentile95(), TOLERANCE);
  }

  @Test
  void isTheValueItselfWithoutDeviationForASingleOne() {
    MeasureSummary summary = of(7.5);

    assertEquals(new MeasureSummary(1, 7.5, 7.5, 7.5, 7.5, 7.5, null), summary);
    assertNull(summary.standardDeviation());
  }

  @Test
  void deviatesByNothingIfAllValuesAreTheSame() {
    assertEquals(new MeasureSummary(3, 42, 42, 126, 42, 42, 0.0), of(42.0, 42.0, 42.0));
  }

  @Test
  void isNoneOfNoValues() {
    assertTrue(MeasureSummary.of(List.of()).isEmpty());
    assertEquals(Option.none(), MeasureSummary.of(List.of()));
  }
}
