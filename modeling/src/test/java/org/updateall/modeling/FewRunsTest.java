package org.updateall.modeling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.PredictionInterval;

final class FewRunsTest {

  @Test
  void takesTheMedianOfWhatWasSeen() {
    assertEquals(60, FewRuns.predict(new double[] {10, 60, 1000}).median(), 1e-9);
  }

  @Test
  void spreadsASingleRunAsAssumed() {
    PredictionInterval interval = FewRuns.predict(new double[] {100}).interval(0.9);
    double offset = 1;
    double factor = Math.exp(2.131847 * 0.5 * Math.sqrt(2));

    assertEquals((100 + offset) * factor - offset, interval.upper(), 0.1);
    assertEquals((100 + offset) / factor - offset, interval.lower(), 0.1);
  }

  @Test
  void narrowsWhenRunsAgree() {
    double one = FewRuns.predict(new double[] {60}).interval(0.9).width();
    double four = FewRuns.predict(new double[] {60, 60, 60, 60}).interval(0.9).width();

    assertTrue(four < one / 2, four + " against " + one);
  }

  @Test
  void widensWhenRunsDisagree() {
    double agreeing = FewRuns.predict(new double[] {60, 61, 59}).interval(0.9).width();
    double disagreeing = FewRuns.predict(new double[] {6, 60, 600}).interval(0.9).width();

    assertTrue(disagreeing > 5 * agreeing);
  }

  @Test
  void staysFiniteForNothingButZeros() {
    PredictionInterval interval = FewRuns.predict(new double[] {0, 0}).interval(0.99);

    assertEquals(0, interval.lower());
    assertTrue(Double.isFinite(interval.upper()));
  }
}
