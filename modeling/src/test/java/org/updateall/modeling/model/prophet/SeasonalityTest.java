package org.updateall.modeling.model.prophet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SeasonalityTest {

  private static final double DAY = 86_400;

  /** 18 May 2012, the first day in the golden values of Prophet's own tests. */
  private static final double FIRST_DAY = 15_478 * DAY;

  @Test
  void theWeekIsThatOfProphetsOwnTests() {
    assertArrayEquals(
        new double[] {.7818315, .6234898, .9749279, -.2225209, .4338837, -.9009689},
        functions(Seasonality.WEEKLY, FIRST_DAY),
        1e-7);
  }

  @Test
  void theYearIsThatOfProphetsOwnTests() {
    assertArrayEquals(
        new double[] {.7006152, -.7135393, -.9998330, .01827656, .7262249, .6874572},
        Arrays.copyOf(functions(Seasonality.YEARLY, FIRST_DAY), 6),
        1e-7);
  }

  @Test
  void everyFunctionIsASineOrCosineOfAMultiple() {
    Random random = new Random(1);
    for (Seasonality season : Seasonality.values()) {
      double days = season == Seasonality.YEARLY ? 365.25 : season == Seasonality.WEEKLY ? 7 : 1;
      for (int trial = 0; trial < 50; trial++) {
        double time = 1e9 * random.nextGaussian();
        double[] functions = functions(season, time);
        for (int j = 1; j <= functions.length / 2; j++) {
          double angle = 2 * Math.PI * j * (time / DAY / days);
          assertEquals(Math.sin(angle), functions[2 * j - 2], 1e-9);
          assertEquals(Math.cos(angle), functions[2 * j - 1], 1e-9);
        }
      }
    }
  }

  @Test
  void aSeasonNeedsTwoPeriodsAndNeighboursLessThanOneApart() {
    assertEquals(List.of(), supported(40, 7));
    assertEquals(List.of(Seasonality.WEEKLY), supported(15, 1));
    assertEquals(List.of(), supported(14, 1));
    assertEquals(List.of(Seasonality.WEEKLY), supported(40, 6.9));
    assertEquals(List.of(Seasonality.DAILY), supported(28, 0.5));
    assertEquals(List.of(), supported(30, 0.05));
    assertEquals(List.of(Seasonality.WEEKLY, Seasonality.DAILY), supported(60, 0.25));
    assertEquals(List.of(Seasonality.YEARLY), supported(106, 7));
    assertEquals(List.of(), supported(105, 7));
    assertEquals(List.of(Seasonality.YEARLY, Seasonality.WEEKLY), supported(731, 1));
    assertEquals(
        List.of(Seasonality.YEARLY, Seasonality.WEEKLY, Seasonality.DAILY), supported(1461, 0.5));
  }

  @Test
  void timesThatAreEqualAreNoNeighbours() {
    double[] weekly = times(20, 7);
    double[] twice = IntStream.range(0, 40).mapToDouble(i -> weekly[i / 2]).toArray();
    assertEquals(List.of(), Seasonality.supportedBy(twice));
    assertEquals(List.of(), Seasonality.supportedBy(new double[30]));
  }

  private static double[] functions(Seasonality season, double time) {
    double[] row = new double[season.size()];
    season.write(time, row, 0);
    return row;
  }

  private static List<Seasonality> supported(int count, double distanceInDays) {
    return Seasonality.supportedBy(times(count, distanceInDays));
  }

  private static double[] times(int count, double distanceInDays) {
    return IntStream.range(0, count).mapToDouble(i -> DAY * distanceInDays * i).toArray();
  }
}
