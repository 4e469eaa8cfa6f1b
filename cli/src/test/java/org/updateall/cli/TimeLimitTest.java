package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TimeLimitTest {

  private final TimeLimit limit = new TimeLimit();

  @Test
  void readsEveryUnit() {
    assertEquals(Duration.ofMillis(250), limit.convert("250ms"));
    assertEquals(Duration.ofSeconds(90), limit.convert("90s"));
    assertEquals(Duration.ofMinutes(15), limit.convert("15m"));
    assertEquals(Duration.ofHours(2), limit.convert("2h"));
    assertEquals(Duration.ofDays(999_999_999), limit.convert("999999999d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "0s", "1.5h", "5 s", "5S", "5sec", "9999999999s"})
  void refusesWhatIsNone(String text) {
    assertThrows(TypeConversionException.class, () -> limit.convert(text));
  }
}
