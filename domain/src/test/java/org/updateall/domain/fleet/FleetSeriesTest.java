package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;

class FleetSeriesTest {

  private static FleetSeries wallClock(List<FleetRow> rows) {
    return FleetSeries.of(rows, Target.WALL_CLOCK, ZoneOffset.UTC);
  }

  @Test
  void needsOfARowWhatBelongsToItsTargetAlone() {
    SyntheticFleet fleet = SyntheticFleet.of(7, 12, 4, 40);
    Random random = new Random(7);
    for (int host = 0; host < fleet.hosts(); host++) {
      for (String plugin : fleet.plugins()) {
        List<FleetRow> rows =
            fleet.rows(host).stream()
                .filter(row -> row.pluginName().equals(plugin))
                .map(row -> mixed(row, random))
                .toList();
        for (Target target : Target.values()) {
          assertEquals(
              FleetSeries.of(rows, target, ZoneId.of("Europe/Warsaw")),
              FleetSeries.of(
                  rows.stream().map(row -> row.only(target)).toList(),
                  target,
                  ZoneId.of("Europe/Warsaw")));
        }
      }
    }
  }

  /** Of any status, and covering any part of an update. */
  private static FleetRow mixed(FleetRow row, Random random) {
    ExecutionStatus[] statuses = ExecutionStatus.values();
    Coverage[] coverages = Coverage.values();
    FleetRow other =
        random.nextInt(3) > 0
            ? row
            : FleetRowWith.value(
                row, "status", statuses[random.nextInt(statuses.length)].wireName());
    return random.nextInt(3) > 0
        ? other
        : FleetRowWith.value(
            other, "coverage", coverages[random.nextInt(coverages.length)].wireName());
  }

  @Test
  void passesOverAnExecutionThatComesAgain() {
    List<FleetRow> once = FleetRows.rows("atlas", "apt", 6);
    List<FleetRow> twice = new ArrayList<>(once);
    twice.addAll(once);
    twice.add(FleetRows.row("atlas", "apt", once.get(3).executionId(), FleetRows.at(3), 1_000.0));
    twice.sort(FleetSeries.ORDER);

    assertEquals(6, wallClock(once).series().size());
    assertEquals(wallClock(once), wallClock(twice));
  }

  @Test
  void isOfTheHostAndPluginAndTargetOfItsRows() {
    FleetSeries series =
        FleetSeries.of(FleetRows.rows("atlas", "apt", 2), Target.MEMORY_PEAK, ZoneOffset.UTC);

    assertEquals(
        new SeriesKey(new PluginName("apt"), HostScope.only("atlas"), Target.MEMORY_PEAK),
        series.key());
    assertEquals(List.of(3e8, 3e8), valuesOf(series));
  }

  private static List<Double> valuesOf(FleetSeries series) {
    List<Double> values = new ArrayList<>();
    for (double value : series.series().values()) {
      values.add(value);
    }
    return values;
  }

  @Test
  void isOfAHostAsItsNewestExecutionSaysThatItIs() {
    List<FleetRow> rows = new ArrayList<>(FleetRows.rows("atlas", "apt", 3));
    rows.set(2, FleetRowWith.value(rows.get(2), "sizeClass", "large"));

    assertEquals(new HostProfile("debian-12", SizeClass.LARGE), wallClock(rows).profile());
  }

  @Test
  void ordersByTimeThenByExecutionThenByRun() {
    Instant later = FleetRows.at(1);
    FleetRow first = FleetRows.row("atlas", "apt", "b", FleetRows.at(0), 1.0);
    FleetRow second = FleetRows.row("atlas", "apt", "a", later, 1.0);
    FleetRow third =
        FleetRowWith.value(FleetRows.row("atlas", "apt", "b", later, 1.0), "runId", "x");
    FleetRow fourth = FleetRowWith.value(third, "runId", "y");
    List<FleetRow> expected = List.of(first, second, third, fourth);
    List<FleetRow> rows = new ArrayList<>(expected);
    Collections.reverse(rows);

    rows.sort(FleetSeries.ORDER);

    assertEquals(expected, rows);
  }

  @Test
  void refusesToBeMadeOfNothing() {
    assertEquals("a series without an execution", Refusal.of(() -> wallClock(List.of())));
  }

  @Test
  void knowsWhatWasAnnouncedByTheClockOfTheZone() {
    List<FleetRow> rows = FleetRows.rows("atlas", "apt", 2);

    assertTrue(wallClock(rows).series().covariates().contains("packages"));
    assertNotEquals(List.of(), wallClock(rows).series().covariates());
  }
}
