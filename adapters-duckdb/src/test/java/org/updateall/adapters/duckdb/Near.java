package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers: exactly, but for floating-point numbers, which may differ by their rounding.
 */
final class Near {

  private static final double RELATIVE = 1e-9;

  private Near() {}

  static void assertNear(@Nullable Object expected, @Nullable Object actual, String place) {
    if (expected instanceof Double number) {
      assertNotNull(actual, place);
      assertEquals(number, (Double) actual, Math.abs(number) * RELATIVE, place);
    } else if (expected instanceof List<?> list) {
      assertNotNull(actual, place);
      assertNear(list, (List<?>) actual, place);
    } else if (expected instanceof Record row) {
      assertNotNull(actual, place);
      assertEquals(row.getClass(), actual.getClass(), place);
      for (RecordComponent part : row.getClass().getRecordComponents()) {
        assertNear(
            Columns.valueOf(row, part),
            Columns.valueOf((Record) actual, part),
            place + " " + part.getName());
      }
    } else {
      assertEquals(expected, actual, place);
    }
  }

  private static void assertNear(List<?> expected, List<?> actual, String place) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      assertNear(expected.get(i), actual.get(i), place + " [" + i + "]");
    }
    assertEquals(expected.size(), actual.size(), place);
  }
}
