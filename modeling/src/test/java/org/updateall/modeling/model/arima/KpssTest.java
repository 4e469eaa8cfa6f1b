package org.updateall.modeling.model.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;

/** Against R 4.2.2, by the formula and, for Nile, the package urca; nine digits. */
class KpssTest {

  private static void assertStatistic(double golden, double[] series) {
    assertEquals(golden, Kpss.statistic(series), 1e-8 * golden);
  }

  @Test
  void hasTheStatisticsOfR() {
    double[] www = ClassicSeries.values("WWWusage");

    assertStatistic(1.31522646, ClassicSeries.values("Nile"));
    assertStatistic(0.0694650821, ClassicSeries.values("lynx"));
    assertStatistic(0.721974318, www);
    assertStatistic(0.263519399, DifferencedWindow.differenced(www, 1));
    assertStatistic(4.3422868, ClassicSeries.values("AirPassengers"));
  }

  @Test
  void seesWanderingAtFivePercent() {
    assertTrue(Kpss.wanders(ClassicSeries.values("Nile")));
    assertFalse(Kpss.wanders(ClassicSeries.values("lynx")));
  }

  @Test
  void isZeroWithoutVariance() {
    assertEquals(0, Kpss.statistic(new double[] {3, 3, 3, 3}));
    assertEquals(0, Kpss.statistic(new double[0]));
  }
}
