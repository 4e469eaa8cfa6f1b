package org.updateall.modeling.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerScaleTest {

  private static final double[] SERIES = {0, 3, 1, 0, 5, 2, 4, 1000};

  @Test
  void whatIsTransformedComesBack() {
    for (Power power : Power.values()) {
      PowerScale scale = PowerScale.of(power, SERIES);
      for (double value : new double[] {0, 1e-6, 1, 1234.5, 1e12}) {
        assertEquals(value, scale.fromScale(scale.toScale(value)), 1e-9 * (1 + value));
      }
    }
  }

  @Test
  void powersAreThoseOfTheirNames() {
    assertEquals(9, PowerScale.IDENTITY.toScale(9));
    assertEquals(3, new PowerScale(Power.SQUARE_ROOT, 0).toScale(9));
    assertEquals(Math.log(10), new PowerScale(Power.LOGARITHM, 1).toScale(9));
  }

  @Test
  void theOffsetIsOnePercentOfTheMedianOfTheFirstFivePositiveValues() {
    assertEquals(0.03, PowerScale.of(Power.LOGARITHM, SERIES).offset(), 1e-12);
    assertEquals(0, PowerScale.of(Power.IDENTITY, SERIES).offset());
    assertEquals(0.02, PowerScale.of(Power.LOGARITHM, new double[] {1, 3}).offset(), 1e-12);
  }

  @Test
  void laterValuesDoNotChangeASettledOffset() {
    int settled = 7;

    assertEquals(
        PowerScale.of(Power.LOGARITHM, Arrays.copyOf(SERIES, settled)),
        PowerScale.of(Power.LOGARITHM, SERIES));
    assertNotEquals(
        PowerScale.of(Power.LOGARITHM, Arrays.copyOf(SERIES, settled - 1)),
        PowerScale.of(Power.LOGARITHM, SERIES));
  }

  @Test
  void withoutPositiveValuesTheOffsetIsOne() {
    assertEquals(1, PowerScale.of(Power.SQUARE_ROOT, new double[20]).offset());
    assertEquals(1, PowerScale.of(Power.LOGARITHM, new double[0]).offset());
  }

  @Test
  void zeroComesBackAsZeroWhateverTheOffset() {
    Random random = new Random(1);
    for (int trial = 0; trial < 10_000; trial++) {
      double offset = Math.exp(40 * random.nextGaussian());
      for (Power power : Power.values()) {
        PowerScale scale = new PowerScale(power, power == Power.IDENTITY ? 0 : offset);
        assertEquals(0, scale.fromScale(scale.toScale(0)), () -> scale.toString());
      }
    }
  }

  @Test
  void theWayBackIsMonotoneFiniteAndNeverBelowZero() {
    for (Power power : Power.values()) {
      PowerScale scale = PowerScale.of(power, SERIES);
      double previous = 0;
      for (double scaled = -1e4; scaled <= 1e4; scaled += 7) {
        double value = scale.fromScale(scaled);
        assertTrue(value >= previous && Double.isFinite(value));
        previous = value;
      }
      assertTrue(Double.isFinite(scale.fromScale(1e300)));
    }
  }

  @Test
  void valuesBelowZeroCountAsZero() {
    assertEquals(1, new PowerScale(Power.SQUARE_ROOT, 1).toScale(-3));
    assertEquals(0, PowerScale.IDENTITY.toScale(-3));
  }

  @Test
  @SuppressWarnings("NullAway")
  void refusesAnOffsetThatDoesNotSuit() {
    assertThrows(IllegalArgumentException.class, () -> new PowerScale(null, 1));
    assertThrows(IllegalArgumentException.class, () -> new PowerScale(Power.SQUARE_ROOT, -1));
    assertThrows(IllegalArgumentException.class, () -> new PowerScale(Power.LOGARITHM, 0));
    assertThrows(IllegalArgumentException.class, () -> new PowerScale(Power.LOGARITHM, Double.NaN));
  }
}
