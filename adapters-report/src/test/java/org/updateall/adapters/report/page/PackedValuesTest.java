package org.updateall.adapters.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PackedValuesTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static double unpacked(PackedValues scale, String text, int place) {
    int code =
        64 * ALPHABET.indexOf(text.charAt(2 * place))
            + ALPHABET.indexOf(text.charAt(2 * place + 1));
    return code == 0 ? 0 : scale.low() * Math.pow(scale.high() / scale.low(), (code - 1) / 4094.0);
  }

  @Test
  void keepsValuesToAThousandth() {
    List<Double> values = List.of(0.7, 1.0, 12.0, 33.3, 456.0, 700.0);
    PackedValues scale = PackedValues.scaleOf(values);
    String packed = scale.pack(values);

    assertEquals(2 * values.size(), packed.length());
    for (int i = 0; i < values.size(); i++) {
      assertEquals(values.get(i), unpacked(scale, packed, i), 0.001 * values.get(i));
    }
  }

  @Test
  void keepsTheEndsOfTheScaleAndZeroAsTheyAre() {
    PackedValues scale = PackedValues.scaleOf(List.of(0.0, 2.0, 8.0));

    assertEquals(new PackedValues(2, 8), scale);
    assertEquals("AAAB//", scale.pack(List.of(0.0, 2.0, 8.0)));
  }

  @Test
  void hasAScaleForNothingAndForZerosAlone() {
    assertEquals("", PackedValues.scaleOf(List.of()).pack(List.of()));
    assertEquals("AA", PackedValues.scaleOf(List.of(0.0)).pack(List.of(0.0)));
    assertEquals("AB", PackedValues.scaleOf(List.of(5.0)).pack(List.of(5.0)));
  }

  @Test
  void countsWhatIsBelowAMillionthAsAMillionth() {
    PackedValues scale = PackedValues.scaleOf(List.of(1e-9, 1.0, 1e3));

    assertEquals(1.0, scale.low());
    assertEquals("AB", scale.pack(List.of(1e-9)));
  }
}
