package org.updateall.modeling.combination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

final class PoolStateTest {

  private static final double NAN = Double.NaN;
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void refusesFiguresOutOfRange() {
    assertEquals("seen is not allowed: 1.0", refused(1, List.of(1.0, 2.0), 1, 1, 1));
    assertEquals("value is not allowed: NaN", refused(2, List.of(1.0, NAN), 1, 1, 1));
    assertEquals("value is not allowed: Infinity", refused(2, List.of(1.0, INFINITE), 1, 1, 1));
    for (double wrong : new double[] {-1, NAN, INFINITE}) {
      assertEquals("steps is not allowed: " + wrong, refused(2, List.of(1.0, 2.0), wrong, 1, 1));
      assertEquals("squares is not allowed: " + wrong, refused(2, List.of(1.0, 2.0), 1, wrong, 1));
      assertEquals(
          "loss of mean is not allowed: " + wrong, refused(2, List.of(1.0, 2.0), 1, 1, wrong));
    }
  }

  @Test
  void refusesListsThatDoNotBelongTogether() {
    assertEquals("1 values, 2 times, 2 covariates", refused(2, List.of(1.0), 1, 1, 1));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThrows(
        IllegalArgumentException.class, () -> new PoolSettings(Power.LOGARITHM, -1, 1, List::of));
    assertThrows(
        IllegalArgumentException.class, () -> new PoolSettings(Power.LOGARITHM, 0, 0, List::of));
  }

  /** A pool restored from it would forecast nothing but be asked to learn. */
  @Test
  void isRefusedByAPoolThatCouldNotGoOnFromIt() {
    Pool pool = new Pool(new PoolSettings(Power.LOGARITHM, 0, 1, List::of));
    PoolState withoutStandIn = state(2, List.of(1.0, 2.0), 1, 1, 1);

    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> pool.restore(withoutStandIn));
    assertEquals("the stand-in has no level", refused.getMessage());
  }

  private static String refused(
      long seen, List<Double> values, double steps, double squares, double loss) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class, () -> state(seen, values, steps, squares, loss))
            .getMessage());
  }

  private static PoolState state(
      long seen, List<Double> values, double steps, double squares, double loss) {
    return new PoolState(
        new PowerScale(Power.LOGARITHM, 1),
        List.of(1.0),
        seen,
        values,
        List.of(0.0, 1.0),
        List.of(List.of(), List.of()),
        Map.of(),
        steps,
        Map.of("mean", loss),
        squares,
        Map.of());
  }
}
