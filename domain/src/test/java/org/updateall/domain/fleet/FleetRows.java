package org.updateall.domain.fleet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a fleet's tree to test with: each has another value in every column. */
public final class FleetRows {

  public static final Instant FIRST = Instant.parse("2026-03-01T06:00:00.123456Z");

  /** Longer than any of these rows began after another. */
  public static final long SECONDS_BETWEEN = 86_400;

  private FleetRows() {}

  /** The execution of that number, which began so many days after the first. */
  public static FleetRow row(String host, String plugin, int number) {
    return row(host, plugin, id(host, plugin, number), at(number), 60.0 + number);
  }

  /** So many of them, in the order of time. */
  public static List<FleetRow> rows(String host, String plugin, int count) {
    return IntStream.range(0, count).mapToObj(number -> row(host, plugin, number)).toList();
  }

  public static Instant at(int number) {
    return FIRST.plusSeconds(SECONDS_BETWEEN * number);
  }

  /** Alike for alike, and in the order of the numbers for one plugin on one host. */
  public static String id(String host, String plugin, int number) {
    return new UUID(
            (((long) (host + "/" + plugin).hashCode()) << 32) | 0x4000L, Long.MIN_VALUE | number)
        .toString();
  }

  public static FleetRow row(
      String host, String plugin, String id, Instant start, @Nullable Double seconds) {
    return new FleetRow(
        FleetRow.FORMAT,
        host,
        "debian-12",
        "medium",
        plugin,
        id,
        "00000000-0000-4000-8000-0000000000aa",
        start,
        "success",
        "whole",
        seconds,
        seconds == null ? null : (Double) (seconds / 3),
        300_000_000L,
        40_000_000L,
        17.25,
        3,
        900,
        39_000_000L,
        20.5,
        61.5,
        250_000_000L,
        4);
  }
}
