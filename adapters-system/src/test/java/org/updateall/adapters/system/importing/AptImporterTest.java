package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;

class AptImporterTest extends LogFilesContract {

  private static final String UPGRADE =
      """

      Start-Date: 2026-11-03  06:12:01
      Commandline: apt-get -y dist-upgrade
      Requested-By: ann (1000)
      Comment: the monthly one
      Install: linux-image-7:amd64 (7.0-1, automatic), wherry:all (1:2.0~rc1+b2)
      Reinstall: oar:amd64 (1.0)
      Upgrade: hull:amd64 (3.1-2, 3.1-3), keel:amd64 (0.9, 1.0), sail:i386 (5, 6)
      Downgrade: mast:amd64 (2.0, 1.9)
      Remove: anchor:amd64 (1.1)
      Purge: buoy:amd64 (0.1)
      End-Date: 2026-11-03  06:14:11
      """;

  @Override
  protected HistoryImporter importer() {
    return new AptImporter();
  }

  @Override
  String file() {
    return "/var/log/apt/history.log";
  }

  @Override
  String update(String dateAndTime) {
    String date = dateAndTime.replace(" ", "  ");
    return """

        Start-Date: %s
        Commandline: apt upgrade
        Upgrade: hull:amd64 (1, 2)
        End-Date: %s
        """
        .formatted(date, date.substring(0, date.length() - 2) + "59");
  }

  @Test
  void readsATransactionWithEveryField() {
    Sighting sighting = only(UPGRADE);

    assertEquals("apt", sighting.importer());
    assertEquals(new PluginName("apt"), sighting.plugin());
    assertEquals(Extent.TRANSACTION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-11-03T05:12:01Z"), sighting.start());
    assertEquals(Instant.parse("2026-11-03T05:14:11Z"), sighting.end());
    assertFalse(sighting.ambiguousTime());
    assertEquals(7, sighting.packagesUpdated());
    assertEquals(7, sighting.packagesAnnounced());
    assertNull(sighting.exitCode());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
    assertTrue(sighting.nativeId().matches("2026-11-03T06:12:01-[0-9a-f]{16}"), UPGRADE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Install: a:amd64 (1) | 1",
        "Install: a:amd64 (1, automatic), b:amd64 (2) | 2",
        "Upgrade: a:amd64 (1, 2), b:amd64 (1, 2), c:all (1, 2), | 3",
        "Upgrade: | 0",
        "Remove: a:amd64 (1), b:amd64 (1) | 0",
        "Purge: a:amd64 (1) | 0"
      })
  void countsWhatIsInstalledAndNotWhatIsRemoved(String list, int packages) {
    Sighting sighting =
        only(
            "Start-Date: 2026-11-03  06:12:01\n%s\nEnd-Date: 2026-11-03  06:12:01\n"
                .formatted(list));

    assertEquals(packages, sighting.packagesUpdated());
    assertEquals(packages, sighting.packagesAnnounced());
    assertEquals(sighting.start(), sighting.end());
  }

  @Test
  void tellsAFailureAndLeavesOutHowMuchWasDone() {
    Sighting sighting =
        only(
            """
            Start-Date: 2026-11-03  06:12:01
            Upgrade: hull:amd64 (1, 2), keel:amd64 (1, 2)
            Disappeared: old:amd64 (1)
            Error: Sub-process /usr/bin/dpkg returned an error code (1)
            End-Date: 2026-11-03  06:12:09
            """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("Sub-process /usr/bin/dpkg returned an error code (1)", sighting.errorMessage());
    assertEquals(2, sighting.packagesAnnounced());
    assertNull(sighting.packagesUpdated());
    assertEquals(Duration.ofSeconds(8), Duration.between(sighting.start(), sighting.end()));
  }

  @Test
  void tellsWhatWasCutOff() {
    CollectedSightings collected =
        read("Start-Date: 2026-11-01  06:12:01\nUpgrade: hull:amd64 (1, 2)\n" + UPGRADE);

    Sighting crashed = collected.sightings().get(0);
    assertEquals(2, collected.sightings().size());
    assertEquals(ExecutionStatus.FAILED, crashed.status());
    assertEquals(Instant.parse("2026-11-01T05:12:01Z"), crashed.start());
    assertNull(crashed.end());
    assertNull(crashed.packagesUpdated());
    assertEquals(1, crashed.packagesAnnounced());
  }

  @Test
  void tellsApartACrashAndTheNextOneAlsoWithoutAnEmptyLine() {
    List<Sighting> sightings = read("Start-Date: 2026-11-01  06:12:01" + UPGRADE).sightings();

    assertEquals(2, sightings.size());
    assertNull(sightings.get(0).end());
    assertEquals(7, sightings.get(1).packagesUpdated());
  }

  @Test
  void waitsForWhatMayStillBeUnderWay() {
    String begun = "\nStart-Date: 2026-11-20  12:30:00\nUpgrade: hull:amd64 (1, 2)\n";

    CollectedSightings early = read(UPGRADE + begun);
    CollectedSightings finished = read(UPGRADE + begun + "End-Date: 2026-11-20  12:40:00\n");
    tree().write(file(), begun);
    CollectedSightings later =
        CollectedSightings.of(importer(), tree().machineAt(LogTree.NOW.plus(Duration.ofDays(2))));

    assertEquals(1, early.sightings().size());
    assertEquals(
        List.of(new SkippedRecord(file(), 14L, "has no end yet and may still be under way")),
        early.skipped());
    assertEquals(2, finished.sightings().size());
    assertEquals(finished.nativeIds().get(1), later.nativeIds().get(0));
  }

  @Test
  void tellsApartSeveralInTheSameSecond() {
    String same = update("2026-11-03 06:12:01");
    CollectedSightings collected =
        read(same + same.replace("hull", "keel") + same + update("2026-11-03 06:13:01"));

    assertEquals(4, collected.sightings().size());
    assertEquals(4, collected.nativeIds().stream().distinct().count());
    assertEquals(collected.nativeIds().get(0) + "-2", collected.nativeIds().get(2));
  }

  @Test
  void skipsWhatHasNoTimes() {
    CollectedSightings collected =
        read(
            """
            Upgrade: hull:amd64 (1, 2)
            End-Date: 2026-11-01  06:12:01

            Start-Date: the first of November
            End-Date: 2026-11-01  06:12:01

            Start-Date: 2026-11-31  06:12:01
            End-Date: 2026-11-31  06:12:01

            Start-Date: 2026-11-01  06:12:01
            End-Date: soon

            Start-Date: 2026-11-01  06:12:01
            End-Date: 2026-11-01  06:11:01

            Start-Date: 2026-01-01  06:12:01
            End-Date: 2026-11-01  06:11:01
            """
                + UPGRADE);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            new SkippedRecord(file(), 2L, "does not say when it began"),
            new SkippedRecord(file(), 4L, "has no date that can be read"),
            new SkippedRecord(file(), 7L, "has no date that can be read"),
            new SkippedRecord(file(), 10L, "has no end that can be read"),
            new SkippedRecord(
                file(), 13L, "ended before it began: the clock was set back meanwhile"),
            new SkippedRecord(file(), 16L, "took more than a week: the clock was set meanwhile")),
        collected.skipped());
  }

  @Test
  void doesNotTakeTheEndOfATruncatedFileForACrash() {
    StringBuilder many = new StringBuilder();
    for (int second = 10; second < 60; second++) {
      many.append(update("2026-10-01 06:12:" + second).replace("hull", "hull" + second * 7919));
    }
    tree().truncatedGzip(file() + ".1.gz", many.toString());

    CollectedSightings collected = read();

    assertTrue(collected.sightings().stream().allMatch(each -> each.end() != null));
  }

  @Test
  void knowsTheSecondPassOfAnAutumnHourByTheTimesBefore() {
    List<Sighting> sightings =
        read("""
                Start-Date: 2026-10-25  02:50:00
                Upgrade: hull:amd64 (1, 2)
                End-Date: 2026-10-25  02:10:00

                Start-Date: 2026-10-25  02:20:00
                Upgrade: keel:amd64 (1, 2)
                End-Date: 2026-10-25  03:00:00
                """)
            .sightings();

    assertEquals(Instant.parse("2026-10-25T00:50:00Z"), sightings.get(0).start());
    assertEquals(Instant.parse("2026-10-25T01:10:00Z"), sightings.get(0).end());
    assertEquals(Instant.parse("2026-10-25T01:20:00Z"), sightings.get(1).start());
    assertTrue(sightings.stream().allMatch(Sighting::ambiguousTime));
  }

  @Test
  void letsNoCodesForTerminalsThrough() {
    CollectedSightings collected =
        read(
            """
            Start-Date: 2026-11-03  06:12:01
            Upgrade: \u001B[31mhull\u001B[0m:amd64 (1, 2)
            Error: \u001B[2J\u001B]0;owned\u0007it \u202Ebroke\u009B
            End-Date: 2026-11-03  06:12:09

            Start-Date: \u001B[2J
            End-Date: \u001B[2J
            """);

    assertEquals("]0;ownedit broke", collected.sightings().get(0).errorMessage());
    assertEquals(List.of("has no date that can be read"), reasons(collected));
    assertTrue(collected.nativeIds().get(0).chars().allMatch(each -> each > ' ' && each < 127));
  }

  @Test
  void skipsAListWithoutEnd() {
    CollectedSightings collected =
        read(
            "Start-Date: 2026-11-02  06:12:01\nUpgrade: %s\nEnd-Date: 2026-11-02  06:13:01\n"
                    .formatted("hull:amd64 (1, 2), ".repeat(60_000))
                + UPGRADE);

    assertEquals(1, collected.sightings().size());
    assertEquals(List.of("has a line that is too long to be read"), reasons(collected));
  }

  @Test
  void readsAYearOfManyTransactionsInLittleMemory() {
    String list = "Upgrade: " + "hull:amd64 (1.0-1+deb12u1, 1.0-1+deb12u2), ".repeat(40);
    StringBuilder year = new StringBuilder();
    for (int day = 0; day < 365; day++) {
      String date = LocalDate.of(2025, 1, 1).plusDays(day).toString();
      for (int hour = 10; hour < 14; hour++) {
        year.append(
            "\nStart-Date: %s  %d:00:00\n%s\nEnd-Date: %s  %d:05:00\n"
                .formatted(date, hour, list, date, hour));
      }
    }
    tree().gzip(file() + ".1.gz", year.toString());

    List<Sighting> sightings = read().sightings();

    assertEquals(4 * 365, sightings.size());
    assertTrue(
        sightings.stream().allMatch(each -> Integer.valueOf(40).equals(each.packagesUpdated())));
  }
}
