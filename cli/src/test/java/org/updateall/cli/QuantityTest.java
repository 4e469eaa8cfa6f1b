package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.Target;

final class QuantityTest {

  @ParameterizedTest
  @CsvSource({"0.9, 90 %", "0.5, 50 %", "0.975, 97.5 %", "0.29, 29 %"})
  void readsLevels(double level, String expected) {
    assertEquals(expected, Quantity.level(level));
  }

  @Test
  void givesEachTargetItsUnit() {
    assertEquals("42 s", Quantity.of(Target.WALL_CLOCK, 42));
    assertEquals("42 s", Quantity.of(Target.CPU_TIME, 42));
    assertEquals("42 B", Quantity.of(Target.MEMORY_PEAK, 42));
    assertEquals("42 B", Quantity.of(Target.DOWNLOAD_SIZE, 42));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 10",
    "0.0123456789, 0.0123457",
    "2199832347, 2199830000",
    "999999.6, 1000000",
    "1e-9, 0.000000001",
    "1e300, 1E+300",
    "1e-300, 1E-300"
  })
  void showsNumbersOfAnyUnitToSixFigures(double value, String shown) {
    assertEquals(shown, Quantity.plain(value));
  }
}
