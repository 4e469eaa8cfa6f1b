package org.updateall.modeling.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.model.ets.ExponentialSmoothing;

class RollingOriginTest {

  @Test
  void forecastsEachValueFromThoseBeforeIt() {
    OneStepForecasts run = RollingOrigin.run(new LastValue(), new double[] {4, 6, 3, 3});
    assertEquals(4, run.forecast(1));
    assertEquals(6, run.forecast(2));
    assertEquals(2, run.score(1));
    assertArrayEquals(new double[] {2, -3, 0}, run.scoresBefore(4, 10));
    assertArrayEquals(new double[] {-3, 0}, run.scoresBefore(4, 2));
    assertArrayEquals(new double[0], run.scoresBefore(0, 10));
    assertArrayEquals(new double[0], run.scoresBefore(1, 10));
  }

  @Test
  void fitsAreFewAndUpdatesMany() {
    LastValue family = new LastValue();
    RollingOrigin.run(family, new double[23]);
    assertEquals(21, family.fits());
  }

  @Test
  void nothingAfterAnOriginChangesItsForecast() {
    double[] series = new Random(1).doubles(80).toArray();
    OneStepForecasts whole = RollingOrigin.run(new ExponentialSmoothing(), series);
    for (int length = 1; length <= series.length; length += 7) {
      OneStepForecasts part =
          RollingOrigin.run(new ExponentialSmoothing(), Arrays.copyOf(series, length));
      assertArrayEquals(whole.scoresBefore(length, 99), part.scoresBefore(length, 99));
    }
  }
}
