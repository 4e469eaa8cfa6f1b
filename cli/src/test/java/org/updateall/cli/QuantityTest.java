package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.Target;

final class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "0.04, 0.0 s",
    "0.44, 0.4 s",
    "9.94, 9.9 s",
    "9.96, 10 s",
    "59.4, 59 s",
    "59.6, 1 min",
    "72, 1 min 12 s",
    "3599.6, 1 h",
    "3660, 1 h 1 min",
    "7500, 2 h 5 min",
    "86399, 1 d",
    "100000, 1 d 4 h",
    "864000, 10 d"
  })
  void readsSeconds(double seconds, String expected) {
    assertEquals(expected, Quantity.seconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "512, 512 B",
    "1023.4, 1023 B",
    "1023.6, 1.0 KiB",
    "1536, 1.5 KiB",
    "432013312, 412 MiB",
    "1073741824, 1.0 GiB",
    "1e24, 867362 EiB"
  })
  void readsBytes(double bytes, String expected) {
    assertEquals(expected, Quantity.bytes(bytes));
  }

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
