package org.updateall.adapters.jsonlegacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The expected values are those of datetime.fromisoformat in Python 3.11.7. */
class PythonTimeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource({
    "2026-01-03T06:15:02.118204+00:00, 2026-01-03T06:15:02.118204Z",
    "2026-01-03T06:15:02+00:00, 2026-01-03T06:15:02Z",
    "2026-01-03 06:15:02Z, 2026-01-03T06:15:02Z",
    "2026-01-03x06:15:02Z, 2026-01-03T06:15:02Z",
    "20260103T061502, 2026-01-03T06:15:02Z",
    "20260103T061502.5Z, 2026-01-03T06:15:02.5Z",
    "2026-01-03, 2026-01-03T00:00:00Z",
    "20260103, 2026-01-03T00:00:00Z",
    "2024-02-29, 2024-02-29T00:00:00Z",
    "2026-01-03T06, 2026-01-03T06:00:00Z",
    "2026-01-03T06:15, 2026-01-03T06:15:00Z",
    "2026-01-03T0615, 2026-01-03T06:15:00Z",
    "2026-01-03T06:15:02.1, 2026-01-03T06:15:02.1Z",
    "'2026-01-03T06:15:02,123456789', 2026-01-03T06:15:02.123456Z",
    "2026-01-03T06:15:02+01:00, 2026-01-03T05:15:02Z",
    "2026-01-03T06:15:02+0130, 2026-01-03T04:45:02Z",
    "2026-01-03T06:15:02-05, 2026-01-03T11:15:02Z",
    "2026-01-03T06:15:02-01:00:30, 2026-01-03T07:15:32Z",
    "2026-01-03T06:15:02+23:59, 2026-01-02T06:16:02Z",
    "2026-W01-3, 2025-12-31T00:00:00Z",
    "2026-W01, 2025-12-29T00:00:00Z",
    "2026W01, 2025-12-29T00:00:00Z",
    "2026W013, 2025-12-31T00:00:00Z",
    "2026W013T0615, 2025-12-31T06:15:00Z",
    "2026-W01-3T06:15, 2025-12-31T06:15:00Z",
    "2026-W01-06:15, 2025-12-29T06:15:00Z",
    "2020-W53-7, 2021-01-03T00:00:00Z",
    "2026W01106, 2025-12-29T06:00:00Z"
  })
  void readsWhatPythonReads(String text, Instant expected) {
    assertEquals(Option.some(expected), PythonTime.parse(text, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "yesterday",
        "1767420902",
        "2026",
        "2026-01",
        "2026-1-3",
        "2026-13-01",
        "2026-02-30",
        "2023-02-29",
        "2026-0103",
        "202601-03",
        "2026-01-03T",
        "2026-01-03T6",
        "2026-01-03T24:00",
        "2026-01-03T06:60",
        "2026-01-03T06:15:60",
        "2026-01-03T06:1502",
        "2026-01-03T06:15:02.",
        "2026-01-03T06:15:02.5x",
        "2026-01-03T06:15:02z",
        "2026-01-03T06:15:02+",
        "2026-01-03T06:15:02+1",
        "2026-01-03T06:15:02+24:00",
        "2026-01-03T06:15Z05:00",
        " 2026-01-03",
        "2026-01-03 ",
        "2026-01-03T06:15:02+00:00 ",
        "2026-W00-1",
        "2026-W54-1",
        "2021-W53-1",
        "2026-W01-8",
        "2026-W01-0",
        "2026W01-3",
        "0000-01-01",
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59-05:00",
        "٢٠٢٦-01-03",
        "2026-01-03T06.5",
        "2026-01-03T06:15.5",
        "-2026-01-03",
        "+12026-01-03"
      })
  void refusesWhatPythonRefusesOrOnlyReadsBySlips(String text) {
    assertEquals(Option.none(), PythonTime.parse(text, ZoneOffset.UTC));
  }

  @Test
  void takesATimeWithoutOffsetInTheGivenZone() {
    assertEquals(at("2026-01-03T11:15:02Z"), PythonTime.parse("2026-01-03T06:15:02", NEW_YORK));
    assertEquals(at("2026-01-03T05:00:00Z"), PythonTime.parse("2026-01-03", NEW_YORK));
  }

  @Test
  void takesTheEarlierOfTwoWhereClocksArePutBack() {
    assertEquals(at("2025-11-02T05:30:00Z"), PythonTime.parse("2025-11-02T01:30:00", NEW_YORK));
  }

  @Test
  void shiftsForwardWhereClocksArePutForward() {
    assertEquals(at("2025-03-09T07:30:00Z"), PythonTime.parse("2025-03-09T02:30:00", NEW_YORK));
  }

  private static Option<Instant> at(String instant) {
    return Option.some(Instant.parse(instant));
  }
}
