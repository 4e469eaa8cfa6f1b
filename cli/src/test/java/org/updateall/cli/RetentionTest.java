package org.updateall.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetentionTest {

  @ParameterizedTest
  @CsvSource({
    "1d,  2028-02-28T10:00:00Z",
    "2w,  2028-02-15T10:00:00Z",
    "1m,  2028-01-29T10:00:00Z",
    "12m, 2027-02-28T10:00:00Z",
    "2y,  2026-02-28T10:00:00Z"
  })
  void countsBackInTheCalendar(String span, Instant expected) {
    assertEquals(expected, Retention.before(Instant.parse("2028-02-29T10:00:00Z"), span));
  }
}
