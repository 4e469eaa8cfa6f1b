package org.updateall.adapters.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.forecast.Target.Unit.BYTES;
import static org.updateall.domain.forecast.Target.Unit.SECONDS;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;

final class AxisTest {

  private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

  @Test
  void timesAreMarkedInTheUnitsOfAClock() {
    assertEquals(List.of("0", "0.05 s", "0.1 s", "0.15 s"), upTo(SECONDS, 0.19));
    assertEquals(List.of("0", "2 s", "4 s", "6 s", "8 s"), upTo(SECONDS, 9));
    assertEquals(List.of("0", "30 s", "60 s", "90 s", "120 s"), upTo(SECONDS, 130));
    assertEquals(List.of("0", "1 min", "2 min", "3 min"), upTo(SECONDS, 200));
    assertEquals(List.of("0", "10 min", "20 min", "30 min", "40 min"), upTo(SECONDS, 2700));
    assertEquals(List.of("0", "1 h", "2 h", "3 h"), upTo(SECONDS, 3 * 3600 + 60));
    assertEquals(List.of("0", "1 d", "2 d", "3 d", "4 d"), upTo(SECONDS, 4.2 * 86400));
  }

  @Test
  void sizesAreMarkedInPowersOf1024() {
    assertEquals(List.of("0", "0.5 GiB", "1 GiB", "1.5 GiB", "2 GiB"), upTo(BYTES, 3e9 * 0.8));
    assertEquals(List.of("0", "200 MiB", "400 MiB", "600 MiB"), upTo(BYTES, 800e6));
    assertEquals(List.of("0", "100 B", "200 B", "300 B"), upTo(BYTES, 390));
  }

  @Test
  void anAxisByRatiosMarksRoundValuesFarApart() {
    ValueAxis axis = new ValueAxis(SECONDS, 0.5, 7200, true, 0, 100);
    assertEquals(List.of("1 s", "10 s", "1 min", "10 min", "1 h"), labels(axis));
    assertEquals(50, axis.place(Math.sqrt(0.5 * 7200)), 1e-9);
    assertEquals(0, axis.place(0));
    assertEquals(100, axis.place(1e9));
    List<String> sizes = labels(new ValueAxis(BYTES, 1e3, 5e9, true, 0, 100));
    assertTrue(sizes.size() <= 6 && sizes.contains("4 MiB"), sizes.toString());
  }

  @Test
  void anAxisOfOneValueHasOneMark() {
    assertEquals(List.of("0"), labels(ValueAxis.fromZero(BYTES, 0, 10, 90)));
    assertEquals(10, ValueAxis.fromZero(BYTES, 0, 10, 90).place(0));
  }

  @Test
  void daysAreThoseOfTheZone() {
    TimeAxis axis = axis("2026-03-27T12:00:00Z", "2026-03-31T12:00:00Z", WARSAW);
    assertEquals(
        List.of("28 Mar 2026", "29 Mar", "30 Mar", "31 Mar"),
        axis.ticks().stream().map(Tick::label).toList());
    // The 29th has 23 hours.
    assertEquals(axis.place(Instant.parse("2026-03-29T22:00:00Z")), axis.ticks().get(2).place());
  }

  @Test
  void marksFollowTheCalendarWhateverTheSpan() {
    assertEquals(
        List.of("31 Dec 21:00", "1 Jan", "03:00", "06:00"),
        labels("2025-12-31T20:00:00Z", "2026-01-01T08:00:00Z"));
    assertEquals(
        List.of("5 Jan 2026", "12 Jan", "19 Jan", "26 Jan", "2 Feb"),
        labels("2026-01-03T00:00:00Z", "2026-02-05T00:00:00Z"));
    assertEquals(
        List.of("Oct 2025", "Jan 2026", "Apr", "Jul"),
        labels("2025-08-03T00:00:00Z", "2026-09-05T00:00:00Z"));
    assertEquals(
        List.of("2010", "2015", "2020", "2025"),
        labels("2007-08-03T00:00:00Z", "2026-09-05T00:00:00Z"));
  }

  private static List<String> labels(String from, String to) {
    return axis(from, to, ZoneOffset.UTC).ticks().stream().map(Tick::label).toList();
  }

  private static TimeAxis axis(String from, String to, ZoneId zone) {
    return new TimeAxis(Instant.parse(from), Instant.parse(to), 0, 480, zone);
  }

  private static List<String> upTo(Target.Unit unit, double greatest) {
    return labels(new ValueAxis(unit, 0, greatest, false, 100, 0));
  }

  private static List<String> labels(ValueAxis axis) {
    return axis.ticks().stream().map(Tick::label).toList();
  }
}
