package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class MemorySizeTest {

  @ParameterizedTest
  @CsvSource({
    "512MB, 512000000",
    "512 mb, 512000000",
    "2GiB, 2147483648",
    "1gb, 1000000000",
    "65536KiB, 67108864",
    "70000kB, 70000000",
    "64MiB, 67108864",
  })
  void readsSizesInAnyCase(String text, long bytes) {
    assertEquals(bytes, new MemorySize().convert(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "512", "MB", "-1MB", "1.5GB", "1TB", "1MB;x", "99999999999GiB", "9e9MB"})
  void refusesAnythingElse(String text) {
    assertThrows(TypeConversionException.class, () -> new MemorySize().convert(text));
  }
}
