package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON that is written without databind. */
final class PlainJsonTest {

  private final Random random = new Random(17);

  @Test
  void isTheSameAsDatabindWrites() {
    for (int i = 0; i < 300; i++) {
      Object document = i % 2 == 0 ? map(4) : list(4);
      assertTrue(PlainJson.isPlain(document));
      assertEquals(Json.Databind.write(document), PlainJson.write(document));
    }
  }

  @Test
  void leavesOtherValuesToDatabind() {
    Map<String, Object> document = Map.of("a", List.of(Optional.of("b")));

    assertFalse(PlainJson.isPlain(document));
    assertFalse(PlainJson.isPlain(Map.of(1, "b")));
    assertThrows(IllegalArgumentException.class, () -> PlainJson.write(document));
    assertEquals(Json.Databind.write(document), Json.write(document));
  }

  private Map<String, @Nullable Object> map(int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(text() + i, value(depth - 1));
    }
    return map;
  }

  private List<@Nullable Object> list(int depth) {
    @Nullable Object[] elements = new @Nullable Object[random.nextInt(4)];
    Arrays.setAll(elements, i -> value(depth - 1));
    return Arrays.asList(elements);
  }

  private @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0 -> null;
      case 1 -> text();
      case 2 -> random.nextBoolean();
      case 3 -> random.nextInt();
      case 4 -> random.nextLong();
      case 5 -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
      case 6 -> new BigDecimal(random.nextGaussian()).movePointLeft(random.nextInt(30));
      case 7 ->
          List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e7, 1e-5).get(random.nextInt(5));
      case 8 -> Math.rint(random.nextDouble() * 1e6) / 1000;
      case 9 -> map(depth);
      default -> list(depth);
    };
  }

  private String text() {
    return List.of("", "plain", "Ä \"b\"\\/", "line\n\t\u0001\u2028", "\ud83d\ude00", "</x>")
        .get(random.nextInt(6));
  }
}
