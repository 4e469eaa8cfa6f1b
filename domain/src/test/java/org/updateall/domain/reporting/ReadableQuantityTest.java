package org.updateall.domain.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.forecast.Target;

final class ReadableQuantityTest {

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
    assertEquals(expected, ReadableQuantity.seconds(seconds));
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
    assertEquals(expected, ReadableQuantity.bytes(bytes));
  }

  @Test
  void givesEachUnitItsOwn() {
    assertEquals("42 s", ReadableQuantity.of(Target.Unit.SECONDS, 42));
    assertEquals("42 B", ReadableQuantity.of(Target.Unit.BYTES, 42));
  }
}
