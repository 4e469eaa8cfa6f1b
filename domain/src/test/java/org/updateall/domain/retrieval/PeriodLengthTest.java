package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodLengthTest {

  private static final Instant LATEST = Instant.parse("2040-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "HOUR, 2026-02-28T23:59:59.999999Z, 2026-02-28T23:00:00Z, 2026-03-01T00:00:00Z",
    "DAY, 2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z",
    "WEEK, 2026-01-04T23:59:59.999999Z, 2025-12-29T00:00:00Z, 2026-01-05T00:00:00Z",
    "WEEK, 2026-01-05T00:00:00Z, 2026-01-05T00:00:00Z, 2026-01-12T00:00:00Z",
    "MONTH, 2025-12-31T23:59:59.999999Z, 2025-12-01T00:00:00Z, 2026-01-01T00:00:00Z"
  })
  void beginsAtItsFirstInstantAndEndsBeforeTheNext(
      PeriodLength length, Instant time, Instant start, Instant end) {
    assertEquals(new Period(start, end), length.periodOf(time, ZoneOffset.UTC));
  }

  /**
   * At 00:01 the clock of St. John's was put back to 23:01 of the day before: that hour belongs to
   * the day that had begun, and is an hour of its own.
   */
  @Test
  void aDayThatHasBegunGoesOnWhenTheClockIsPutBackOverItsBegin() {
    ZoneId zone = ZoneId.of("America/St_Johns");
    Instant again = Instant.parse("2010-11-07T03:00:00Z");

    assertEquals(
        new Period(Instant.parse("2010-11-07T02:30:00Z"), Instant.parse("2010-11-08T03:30:00Z")),
        PeriodLength.DAY.periodOf(again, zone));
    assertEquals(
        new Period(Instant.parse("2010-11-07T02:31:00Z"), Instant.parse("2010-11-07T03:30:00Z")),
        PeriodLength.HOUR.periodOf(again, zone));
    assertEquals(
        new Period(Instant.parse("2010-11-07T02:30:00Z"), Instant.parse("2010-11-07T02:31:00Z")),
        PeriodLength.HOUR.periodOf(Instant.parse("2010-11-07T02:30:30Z"), zone));
  }

  /** Half an hour is set forward or back on Lord Howe Island. */
  @Test
  void hoursOfAHalfHourChangeAreShorterOrLonger() {
    ZoneId zone = ZoneId.of("Australia/Lord_Howe");

    assertEquals(Duration.ofMinutes(90), hour(Instant.parse("2026-04-04T15:10:00Z"), zone));
    assertEquals(Duration.ofMinutes(30), hour(Instant.parse("2026-10-03T15:45:00Z"), zone));
  }

  /** In every zone, at every change of its clock and in between. */
  @ParameterizedTest
  @EnumSource
  void periodsFollowOneAnotherWithoutGapsInEveryZone(PeriodLength length) {
    SplittableRandom random = new SplittableRandom(1);
    for (String name : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(name);
      for (Instant time : timesAboutChanges(zone, random)) {
        Period period = length.periodOf(time, zone);
        assertTrue(period.includes(time), () -> name + " " + time + " " + period);
        assertEquals(period, length.periodOf(period.start(), zone), name);
        assertEquals(period, length.periodOf(period.end().minusNanos(1), zone), name);
        assertEquals(period.end(), length.periodOf(period.end(), zone).start(), name);
      }
    }
  }

  private static Duration hour(Instant time, ZoneId zone) {
    Period period = PeriodLength.HOUR.periodOf(time, zone);
    return Duration.between(period.start(), period.end());
  }

  private static List<Instant> timesAboutChanges(ZoneId zone, SplittableRandom random) {
    List<Instant> times = new ArrayList<>(List.of(Instant.EPOCH, LATEST));
    for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
      if (random.nextInt(8) == 0) {
        times.add(change.getInstant());
        times.add(change.getInstant().minusNanos(1000));
        times.add(change.getInstant().plusSeconds(random.nextLong(-90_000, 90_000)));
      }
    }
    return times;
  }
}
