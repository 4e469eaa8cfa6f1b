package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;

class ZypperImporterTest extends LogFilesContract {

  private static final String UPDATE =
      """
      2026-11-03 06:12:01|command|root@harbour|'zypper' 'up' '-y'|
      2026-11-03 06:12:05|install|hull|1.1-1.1|x86_64||oss|0a1b|
      # 2026-11-03 06:12:07 oar-2.0-1.1.x86_64.rpm installed ok
      # Additional rpm output:
      # warning: /etc/oar.conf created as /etc/oar.conf.rpmnew
      #\s
      2026-11-03 06:12:07|install|oar|2.0-1.1|x86_64|root@harbour|oss|0a1c|
      2026-11-03 06:12:09|remove |raft|1-1|noarch|root@harbour|
      2026-11-03 06:12:30|patch  |sea-2026-1|1|noarch|update|important|security|needed|applied|
      """;

  private static final String REPOSITORY =
      """
      2026-11-04 06:12:01|command|root@harbour|'zypper' 'ar' 'dir:///srv/a\\|b' 'sea'|
      2026-11-04 06:12:01|radd   |sea|dir:///srv/a|
      2026-11-04 06:12:01|ralias |sea|ocean|
      2026-11-04 06:12:01|rurl   |ocean|dir:///srv/b|
      """;

  @Override
  protected HistoryImporter importer() {
    return new ZypperImporter();
  }

  @Override
  String file() {
    return "/var/log/zypp/history";
  }

  @Override
  String update(String dateAndTime) {
    return """
        %1$s|command|root@harbour|'zypper' 'up'|
        %1$s|install|hull|1-1|x86_64||oss|0a1b|
        """
        .formatted(dateAndTime);
  }

  @Test
  void readsACommandWithItsPackages() {
    Sighting sighting = only(UPDATE);

    assertEquals("zypper", sighting.importer());
    assertTrue(sighting.nativeId().matches("2026-11-03T06:12:01-[0-9a-f]{16}"));
    assertEquals(new PluginName("zypper"), sighting.plugin());
    assertEquals(Extent.TRANSACTION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-11-03T05:12:01Z"), sighting.start());
    assertEquals(Instant.parse("2026-11-03T05:12:09Z"), sighting.end());
    assertFalse(sighting.ambiguousTime());
    assertEquals(2, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
    assertNull(sighting.exitCode());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
    assertEquals(ResourceUsage.unmeasured(), sighting.usage());
  }

  @Test
  void beginsWithTheFirstPackageWhereNoCommandIsTold() {
    Sighting sighting = only(UPDATE.substring(UPDATE.indexOf('\n') + 1));

    assertEquals(Instant.parse("2026-11-03T05:12:05Z"), sighting.start());
    assertEquals(Instant.parse("2026-11-03T05:12:09Z"), sighting.end());
    assertEquals(2, sighting.packagesUpdated());
  }

  @Test
  void keepsCommandsThatOnlyRemove() {
    Sighting sighting =
        only(
            """
            2026-11-03 06:12:01|command|root@harbour|'zypper' 'rm' 'raft'|
            2026-11-03 06:12:09|remove |raft|1-1|noarch|root@harbour|
            """);

    assertEquals(0, sighting.packagesUpdated());
    assertEquals(Duration.ofSeconds(8), Duration.between(sighting.start(), sighting.end()));
  }

  @Test
  void skipsCommandsThatChangedNoPackageWithOneReport() {
    CollectedSightings collected = read(REPOSITORY + UPDATE + REPOSITORY + REPOSITORY);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            new SkippedRecord(
                file(), 1L, "is a command that changed no package; so do 2 more of this file")),
        collected.skipped());
  }

  @Test
  void tellsOfAPackageThatCouldNotBeInstalled() {
    Sighting sighting =
        only(
            """
            2026-11-03 06:12:01|command|root@harbour|'zypper' 'up'|
            2026-11-03 06:12:05|install|hull|1.1-1.1|x86_64||oss|0a1b|
            # 2026-11-03 06:12:08 \u001B[31moar-2.0.rpm install failed
            # rpm output:
            # error: the sea is rough
            #\s
            # 2026-11-03 06:12:09 raft-1.rpm remove failed
            """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("oar-2.0.rpm install failed", sighting.errorMessage());
    assertEquals(Instant.parse("2026-11-03T05:12:09Z"), sighting.end());
    assertEquals(1, sighting.packagesUpdated());
  }

  @Test
  void takesNoOutputOfPackagesForRows() {
    Sighting sighting =
        only(
            UPDATE
                + "# 2026-11-03 06:13:00|install|oar|2|x86_64||oss|0a1b|\n"
                + "# it says that its install failed\n"
                + "# that install failed\n"
                + "||\n|\n2026|\n2026-11-03 06:12:01|install\n");

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(2, sighting.packagesUpdated());
  }

  @Test
  void dividesWhatOneProgramDidHoursApart() {
    String later = "2026-11-03 07:12:10|install|keel|3-1|noarch||oss|0a1d|\n";

    List<Sighting> sightings = read(UPDATE + later).sightings();

    assertEquals(2, sightings.size());
    assertEquals(Instant.parse("2026-11-03T05:12:09Z"), sightings.get(0).end());
    assertEquals(Instant.parse("2026-11-03T06:12:10Z"), sightings.get(1).start());
    assertEquals(1, sightings.get(1).packagesUpdated());
    assertEquals(3, only(UPDATE + later.replace(":10|", ":09|")).packagesUpdated());
  }

  @Test
  void waitsAnHourForFurtherPackagesOfTheLast() {
    tree().write(file(), UPDATE);
    Instant last = Instant.parse("2026-11-03T05:12:09Z");

    CollectedSightings soon =
        CollectedSightings.of(
            importer(), tree().machineAt(last.plus(Duration.ofMinutes(60).minusSeconds(1))));
    CollectedSightings then =
        CollectedSightings.of(importer(), tree().machineAt(last.plus(Duration.ofMinutes(60))));

    assertEquals(List.of(), soon.sightings());
    assertEquals(List.of(new SkippedRecord(file(), 1L, "may still be under way")), soon.skipped());
    assertEquals(1, then.sightings().size());
  }

  @Test
  void keepsTheIdentityOfACommandThatGrows() {
    String more = "2026-11-03 06:12:40|install|keel|3-1|noarch||oss|0a1d|\n";

    assertEquals(read(UPDATE).nativeIds(), read(UPDATE + more).nativeIds());
  }

  @Test
  void tellsApartSeveralInTheSameSecond() {
    String one = update("2026-11-01 06:12:01");

    List<String> identities = read(one + one.replace("hull", "oar") + one).nativeIds();

    assertEquals(3, identities.stream().distinct().count());
    assertEquals(identities.get(0) + "-2", identities.get(2));
  }

  @Test
  void readsTheSecondOfTwoHoursWhereTheClockWentBackMeanwhile() {
    Sighting sighting =
        only(
            """
            2026-10-25 02:59:50|command|root@harbour|'zypper' 'up'|
            2026-10-25 02:59:55|install|hull|1-1|x86_64||oss|0a1b|
            2026-10-25 02:00:05|install|oar|1-1|x86_64||oss|0a1c|
            """);

    assertEquals(Instant.parse("2026-10-25T00:59:50Z"), sighting.start());
    assertEquals(Instant.parse("2026-10-25T01:00:05Z"), sighting.end());
    assertTrue(sighting.ambiguousTime());
  }

  @Test
  void skipsACommandInWhichTheClockWasSetBack() {
    CollectedSightings collected =
        read(
            """
            2026-11-03 06:12:01|command|root@harbour|'zypper' 'up'|
            2026-11-03 05:12:01|install|hull|1-1|x86_64||oss|0a1b|
            """
                + update("2026-11-04 06:12:01"));

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("ended before it began: the clock was set back meanwhile"), reasons(collected));
  }

  @Test
  void skipsDatesThatAreNone() {
    CollectedSightings collected =
        read(
            """
            2026-02-30 06:12:01|command|root@harbour|'zypper' 'up'|
            yesterday|install|hull|1-1|x86_64||oss|0a1b|
            """
                + UPDATE);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("has no date that can be read; so does 1 more of this file"), reasons(collected));
  }

  @Test
  void readsFilesThatAreNamedByTheirDateAsZyppRotatesThem() {
    tree()
        .gzip(file() + "-20261002.gz", update("2026-10-01 06:12:01"))
        .write(file() + "-20261102.xz", "no text")
        .write("/var/log/zypp/history.d", "no part of it")
        .write(file(), update("2026-11-01 06:12:01"));

    CollectedSightings collected = read();

    assertEquals(2, collected.sightings().size());
    assertEquals(
        List.of(
            new SkippedRecord(
                file() + "-20261102.xz",
                null,
                "is compressed in a way that cannot be read; decompress it first")),
        collected.skipped());
  }
}
