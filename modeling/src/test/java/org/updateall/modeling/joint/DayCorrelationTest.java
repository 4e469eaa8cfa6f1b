package org.updateall.modeling.joint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DayCorrelationTest {

  /**
   * By hand: means -1, 0 and 2 of two, one and two scores, the mean of all 0.4; MSB = (2 1.96 +
   * 0.16 + 2 2.56) / 2 = 4.6, MSW = (0.5 + 2) / 2 = 1.25, n0 = (5 - 9 / 5) / 2 = 1.6, s = 2.09375.
   */
  @Test
  void isTheIntraclassCorrelationOfDaysOfUnequalSize() {
    List<double[]> days = List.of(new double[] {-0.5, -1.5}, new double[] {0}, new double[] {1, 3});

    double own = 2.09375 / (2.09375 + 1.25);

    assertEquals(own * 2 / 12 + 0.4 * 10 / 12, DayCorrelation.of(days, 0.4), 1e-12);
  }

  @Test
  void isNotNegative() {
    List<double[]> days = List.of(new double[] {-1, 1}, new double[] {-2, 2});

    assertEquals(0, DayCorrelation.of(days, 0), 0);
    assertEquals(0.5 * 10 / 11, DayCorrelation.of(days, 0.5), 1e-12);
  }

  @Test
  void isWhatIsAssumedWhereDaysSayNothing() {
    assertEquals(0.2, DayCorrelation.of(List.of(), 0.2));
    assertEquals(0.2, DayCorrelation.of(List.of(new double[] {1, 2, 3}), 0.2));
    assertEquals(0.2, DayCorrelation.of(List.of(new double[] {1}, new double[] {2}), 0.2));
    assertEquals(
        0.2, DayCorrelation.of(List.of(new double[] {1, 1}, new double[] {1, 1}), 0.2), 1e-12);
  }
}
