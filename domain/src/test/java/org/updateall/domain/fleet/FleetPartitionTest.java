package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FleetPartitionTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 1);

  @ParameterizedTest
  @CsvSource({
    "zeus, host=zeus",
    "a b, host=a%20b",
    "../x, host=..%2Fx",
    "100%, host=100%25",
    "ä, host=%C3%A4",
    "A.b-c_9, host=A.b-c_9",
  })
  void namesDirectoriesThatEveryFileSystemTakes(String host, String directory) {
    assertEquals(directory, FleetPartition.hostDirectory(host));
    assertEquals(
        Option.some(new FleetPartition(MONTH, host)),
        FleetPartition.of("month=2026-01", directory));
  }

  @ParameterizedTest
  @CsvSource({
    "month=2026-13, host=a",
    "month=2026-1, host=a",
    "2026-01, host=a",
    "month=2026-01, a",
    "month=2026-01, host=",
    "month=2026-01, host=a b",
    "month=2026-01, host=%2",
    "month=2026-01, host=%zz",
  })
  void knowsNoOtherDirectories(String month, String host) {
    assertEquals(Option.none(), FleetPartition.of(month, host));
  }

  @Test
  void hasAFileInEachTable() {
    assertEquals(
        "runs/month=2026-01/host=a/part.parquet", new FleetPartition(MONTH, "a").path("runs"));
  }

  @Test
  void holdsWhatBeganInItsMonthByTheClockOfUtc() {
    FleetPartition partition = new FleetPartition(MONTH, "a");

    assertTrue(partition.includes(Instant.parse("2026-01-01T00:00:00Z")));
    assertTrue(partition.includes(Instant.parse("2026-01-31T23:59:59.999999Z")));
    assertFalse(partition.includes(Instant.parse("2026-02-01T00:00:00Z")));
    assertFalse(partition.includes(Instant.parse("2025-12-31T23:59:59.999999Z")));
  }
}
