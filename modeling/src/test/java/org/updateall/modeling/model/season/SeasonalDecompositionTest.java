package org.updateall.modeling.model.season;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ClassicSeries;

class SeasonalDecompositionTest {

  private static double[] seasonal(int length, int period, double noise) {
    Random random = new Random(1);
    double[] values = new double[length];
    Arrays.setAll(
        values, t -> Math.sin(2 * Math.PI * t / period) + 0.01 * t + noise * random.nextGaussian());
    return values;
  }

  /** R differences both over the year, its limit being 0.64. */
  @Test
  void findsTheSeasonOfPassengersStrong() {
    double[] passengers = ClassicSeries.values("AirPassengers");

    assertTrue(SeasonalDecomposition.strength(passengers, 12) > 0.64);
    assertTrue(
        SeasonalDecomposition.strength(Arrays.stream(passengers).map(Math::log).toArray(), 12)
            > 0.64);
  }

  @Test
  void isOneWithoutNoise() {
    for (int period : new int[] {5, 7, 12, 24}) {
      double[] values = seasonal(8 * period, period, 0);
      assertEquals(1, SeasonalDecomposition.strength(values, period), 0.01);
    }
  }

  @Test
  void isWeakForNoise() {
    for (int period : new int[] {2, 7, 24}) {
      Random random = new Random(period);
      double[] noise = random.doubles(10L * period).toArray();
      assertTrue(SeasonalDecomposition.strength(noise, period) < 0.64);
    }
  }

  @Test
  void doesNotChangeWithScaleAndShift() {
    double[] values = seasonal(70, 7, 0.5);
    double[] other = Arrays.stream(values).map(value -> 1e6 - 300 * value).toArray();

    assertEquals(
        SeasonalDecomposition.strength(values, 7), SeasonalDecomposition.strength(other, 7), 1e-9);
  }

  @Test
  void isZeroWithoutAnyVariance() {
    assertEquals(0, SeasonalDecomposition.strength(new double[20], 4));
  }

  @Test
  void findsTheSeason() {
    double[] season = SeasonalDecomposition.season(seasonal(84, 12, 0), 12);

    double[] expected = new double[84];
    Arrays.setAll(expected, t -> Math.sin(2 * Math.PI * t / 12));
    assertArrayEquals(expected, season, 0.05);
  }

  @Test
  void fillsGapsWithTheSeason() {
    double[] complete = seasonal(84, 12, 0);
    double[] gapped = complete.clone();
    gapped[30] = Double.NaN;
    gapped[31] = Double.NaN;

    double[] filled = Interpolation.seasonal(gapped, 12);

    assertArrayEquals(complete, filled, 0.25);
    assertEquals(complete[29], filled[29], 1e-12);
  }

  @Test
  void fillsGapsWithLines() {
    double[] gapped = {1, Double.NaN, Double.NaN, 4, 2, Double.NaN, 0};

    assertArrayEquals(new double[] {1, 2, 3, 4, 2, 1, 0}, Interpolation.linear(gapped), 1e-12);
  }

  /**
   * R 4.2.2, forecast 8.20: {@code mstl(msts(y, c(5, 12)), s.window = c(11, 15), iterate = 2,
   * s.jump = 1, t.jump = 1, l.jump = 1)}.
   */
  @Test
  void findsSeveralSeasonsAsR() {
    double[][] seasons =
        SeasonalDecomposition.seasons(ClassicSeries.values("AirPassengers"), List.of(5, 12));

    double[][] golden = {
      {0.0680558071227, -4.12070142462, -0.887846906478, 1.55582454032},
      {-18.3942993018, -26.0506074923, -8.48596859748, -40.6153886731}
    };
    int[] places = {0, 49, 99, 143};
    for (int season = 0; season < 2; season++) {
      for (int i = 0; i < places.length; i++) {
        assertEquals(golden[season][i], seasons[season][places[i]], 1e-6);
      }
    }
  }

  @Test
  void hasNoSeasonOfNoPeriod() {
    assertEquals(0, SeasonalDecomposition.seasons(new double[20], List.of()).length);
  }
}
