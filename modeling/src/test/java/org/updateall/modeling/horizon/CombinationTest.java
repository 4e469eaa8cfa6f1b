package org.updateall.modeling.horizon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.TimeSeries;

class CombinationTest {

  private static final TimeSeries SERIES = TimeSeries.of(values());
  private static final RollingOrigins ORIGINS = RollingOrigins.of(SERIES, 2, 1);

  private static double[] values() {
    double[] values = new double[32];
    Arrays.setAll(values, t -> t);
    return values;
  }

  private static Paths off(double by) {
    return Paths.of(new Fixed(1, place -> place + by), ORIGINS, SERIES.expected(2)).get();
  }

  private static Paths tooLate(double by) {
    return Paths.of(new Fixed(32, place -> place + by), ORIGINS, SERIES.expected(2)).get();
  }

  /** Ten values came true in five paths of two steps: n = 10 / 12, k = 5. */
  @Test
  void weighsByTheErrorsOfWholePaths() {
    double[] weights = Combination.weights(List.of(off(1), off(2), off(-4)), ORIGINS);

    double evidence = 10 / 12.0;
    double[] expected = {Math.pow(3.5 / 6, -evidence), 1, Math.pow(11 / 6.0, -evidence)};
    double sum = Arrays.stream(expected).sum();
    assertArrayEquals(Arrays.stream(expected).map(each -> each / sum).toArray(), weights, 1e-12);
  }

  @Test
  void placesWhoHasNoPastInTheMiddle() {
    double[] weights = Combination.weights(List.of(off(1), off(2), off(3), tooLate(9)), ORIGINS);

    assertEquals(weights[1], weights[3], 1e-12);
  }

  @Test
  void weighsAllTheSameIfNobodyErredOrNobodyHasAPast() {
    assertArrayEquals(
        new double[] {0.5, 0.5}, Combination.weights(List.of(off(0), off(0)), ORIGINS), 1e-12);
    assertArrayEquals(
        new double[] {0.5, 0.5},
        Combination.weights(List.of(tooLate(0), tooLate(1)), ORIGINS),
        1e-12);
  }

  @Test
  void meansWhatTheySaid() {
    Paths combined = Combination.of(List.of(off(1), off(-1), tooLate(3)), ORIGINS, 2);

    assertEquals(33.0, combined.next(0), 1e-12);
    assertEquals(34.0, combined.next(1), 1e-12);
    assertEquals(0, combined.error(ORIGINS, 0, 1), 1e-12);
  }

  @Test
  void leavesOutWhoHasNotEnoughToLearnFrom() {
    assertTrue(Paths.of(new Fixed(33, place -> 0), ORIGINS, SERIES.expected(2)).isEmpty());
  }

  @Test
  void judgesNoStepThatIsNotKnown() {
    double[] values = values();
    values[31] = Double.NaN;
    TimeSeries gapped = TimeSeries.of(values);
    RollingOrigins origins = RollingOrigins.of(gapped, 2, 1);

    Paths paths = Paths.of(new Fixed(1, place -> place + 3), origins, gapped.expected(2)).get();

    assertEquals(3, paths.meanError(origins), 1e-12);
    assertTrue(Double.isNaN(paths.error(origins, origins.count() - 1, 0)));
  }
}
