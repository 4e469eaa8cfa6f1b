package org.updateall.domain.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;

class SyntheticFleetTest {

  private final SyntheticFleet fleet = SyntheticFleet.of(1, 24, 5, 200);

  @Test
  void givesTheSameExecutionsForTheSameSeedAndOthersForAnother() {
    assertEquals(fleet.rows(7), SyntheticFleet.of(1, 24, 5, 200).rows(7));
    assertNotEquals(fleet.rows(7), SyntheticFleet.of(2, 24, 5, 200).rows(7));
  }

  @Test
  void givesAHostTheSameExecutionsHoweverManyHostsThereAre() {
    assertEquals(fleet.rows(7), SyntheticFleet.of(1, 2000, 5, 200).rows(7));
  }

  @Test
  void hasAsManyExecutionsAsAskedForEachWithItsOwnIdentity() {
    assertEquals(24 * 5 * 200, fleet.rows().count());
    Set<String> ids = fleet.rows().map(FleetRow::executionId).collect(Collectors.toSet());
    assertEquals(24 * 5 * 200, ids.size());
  }

  @Test
  void hasHostsOfEverySystemAndSize() {
    Set<HostProfile> profiles = new HashSet<>();
    for (int host = 0; host < fleet.hosts(); host++) {
      profiles.add(fleet.profile(host));
      assertEquals(fleet.profile(host), fleet.rows(host).get(0).profile());
    }
    assertEquals(12, profiles.size());
  }

  @Test
  void hasRowsThatEveryTargetCanBeLearnedFrom() {
    List<FleetRow> rows =
        fleet.rows(3).stream()
            .filter(row -> row.pluginName().equals("apt"))
            .sorted(FleetSeries.ORDER)
            .toList();
    for (Target target : Target.values()) {
      FleetSeries series = FleetSeries.of(rows, target, ZoneOffset.UTC);
      assertBetween(185, 199, series.series().size());
      assertTrue(Arrays.stream(series.series().values()).allMatch(value -> value >= 0));
    }
  }

  @Test
  void hasDownloadsOfNothingAndAnnouncementsOfSome() {
    assertBetween(
        24_000 / 10,
        24_000 / 6,
        fleet.rows().filter(row -> Long.valueOf(0).equals(row.downloadSizeBytes())).count());
    assertBetween(
        24_000 / 6,
        24_000 / 2,
        fleet.rows().filter(row -> row.announcedPackages() != null).count());
    assertBetween(
        24_000 / 100,
        24_000 / 33,
        fleet.rows().filter(row -> row.status().equals("failed")).count());
  }

  private static void assertBetween(long least, long most, long number) {
    assertTrue(least <= number && number <= most, () -> "not %d".formatted(number));
  }
}
