package org.updateall.modeling.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class RequireTest {

  @Test
  void namesWhatIsNotAllowed() {
    assertEquals("lag is not allowed: -1", refusal(() -> Require.that(false, "lag", -1)));
    assertEquals("level is not allowed: NaN", refusal(() -> Require.finite("level", Double.NaN)));
    assertEquals("state is missing", refusal(() -> Require.present("state", null)));
    assertEquals("means is not allowed: null", refusal(() -> Require.allFinite("means", null)));
    assertEquals(
        "means is not allowed: [1.0, null]",
        refusal(() -> Require.whole("means", Arrays.asList(1.0, null))));
    assertEquals(
        "means is not allowed: Infinity",
        refusal(() -> Require.allFinite("means", List.of(1.0, Double.POSITIVE_INFINITY))));
  }

  @Test
  void letsPassWhatIsAllowed() {
    Require.that(true, "lag", 1);
    Require.finite("level", 1);
    Require.present("state", "");
    List<Double> values = new ArrayList<>(List.of(1.0, 2.0));
    List<Double> kept = Require.allFinite("means", values);
    values.clear();

    assertEquals(List.of(1.0, 2.0), kept);
  }

  private static String refusal(Executable refused) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, refused).getMessage());
  }
}
