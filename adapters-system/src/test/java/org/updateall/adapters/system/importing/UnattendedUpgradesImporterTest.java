package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;

class UnattendedUpgradesImporterTest extends LogFilesContract {

  private static final String START =
      """
      2026-11-03 06:12:01,123 INFO Starting unattended upgrades script
      2026-11-03 06:12:01,124 INFO Allowed origins are: o=Harbour,a=stable
      2026-11-03 06:12:01,125 INFO Initial blacklist:\s
      2026-11-03 06:12:01,126 INFO Initial whitelist (not strict):\s
      """;

  private static final String NAMED =
      """
      2026-11-03 06:13:20,500 INFO Packages that will be upgraded: hull keel sail
      2026-11-03 06:13:20,501 INFO Writing dpkg log to /var/log/unattended-upgrades/x.log
      """;

  private static final String NEXT =
      """
      2026-11-04 06:12:00,900 INFO Initial blacklisted packages:\s
      2026-11-04 06:12:01,000 INFO Starting unattended upgrades script
      2026-11-04 06:12:09,000 INFO No packages found that can be upgraded unattended
      """;

  @Override
  protected HistoryImporter importer() {
    return new UnattendedUpgradesImporter();
  }

  @Override
  String file() {
    return "/var/log/unattended-upgrades/unattended-upgrades.log";
  }

  @Override
  String update(String dateAndTime) {
    return """
        %1$s,000 INFO Starting unattended upgrades script
        %1$s,010 INFO Packages that will be upgraded: hull
        %1$s,900 INFO All upgrades installed
        """
        .formatted(dateAndTime);
  }

  /** What was read of a run in that log, after which another one follows. */
  private Sighting beforeNext(String log) {
    CollectedSightings collected = read(log + NEXT);
    assertEquals(List.of(), collected.skipped());
    assertEquals(2, collected.sightings().size());
    return collected.sightings().get(0);
  }

  @Test
  void readsARunThatInstalledEverything() {
    Sighting sighting =
        beforeNext(START + NAMED + "2026-11-03 06:15:02,750 INFO All upgrades installed\n");

    assertEquals("unattended-upgrades", sighting.importer());
    assertEquals(new PluginName("apt"), sighting.plugin());
    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-11-03T05:12:01.123Z"), sighting.start());
    assertEquals(Instant.parse("2026-11-03T05:15:02.750Z"), sighting.end());
    assertEquals(3, sighting.packagesAnnounced());
    assertEquals(3, sighting.packagesUpdated());
    assertNull(sighting.errorMessage());
    assertNull(sighting.exitCode());
    assertEquals(List.of(), sighting.steps());
    assertTrue(sighting.nativeId().matches("2026-11-03T06:12:01.123-[0-9a-f]{16}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Packages were successfully auto-removed",
        "Packages that were successfully auto-removed: oar"
      })
  void endsOnceItHasRemovedWhatIsNoLongerNeeded(String removed) {
    Sighting sighting =
        beforeNext(
            START
                + NAMED
                + "2026-11-03 06:15:02,750 INFO All upgrades installed\n"
                + "2026-11-03 06:16:02,750 INFO %s\n".formatted(removed)
                + "2026-11-03 06:16:03,750 WARNING Found /var/run/reboot-required, rebooting\n");

    assertEquals(Instant.parse("2026-11-03T05:16:02.750Z"), sighting.end());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No packages found that can be upgraded unattended and no pending auto-removals",
        "No packages found that can be upgraded unattended",
        "Packages that will be upgraded: "
      })
  void callsARunThatFoundNothingACheck(String message) {
    Sighting sighting = beforeNext(START + "2026-11-03 06:12:08,000 INFO %s\n".formatted(message));

    assertEquals(Extent.CHECK, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(0, sighting.packagesUpdated());
    assertEquals(0, sighting.packagesAnnounced());
    assertEquals(Instant.parse("2026-11-03T05:12:08Z"), sighting.end());
  }

  @Test
  void callsARunThatOnlyRemovedNoCheck() {
    Sighting sighting =
        beforeNext(
            START
                + "2026-11-03 06:13:00,000 INFO Packages that will be upgraded: \n"
                + "2026-11-03 06:14:00,000 INFO Packages that were successfully auto-removed: oar\n");

    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(0, sighting.packagesUpdated());
    assertEquals(Instant.parse("2026-11-03T05:14:00Z"), sighting.end());
  }

  @Test
  void readsTheWordsOfOldVersions() {
    Sighting sighting =
        beforeNext(
            """
            2012-04-05 06:29:04,561 INFO Initial blacklisted packages:\s
            2012-04-05 06:29:04,569 INFO Starting unattended upgrades script
            2012-04-05 06:29:04,570 INFO Allowed origins are: ["['Harbour', 'old-security']"]
            2012-04-05 06:29:08,437 INFO Packages that are upgraded: hull oar
            2012-04-05 06:29:08,437 INFO Writing dpkg log to '/var/log/unattended-upgrades/x.log'
            2012-04-05 06:29:11,786 INFO All upgrades installed
            """);

    assertEquals(2, sighting.packagesUpdated());
    assertEquals(Instant.parse("2012-04-05T04:29:04.569Z"), sighting.start());
    assertEquals(Instant.parse("2012-04-05T04:29:11.786Z"), sighting.end());
  }

  @Test
  void tellsWhatWentWrong() {
    Sighting sighting =
        beforeNext(
            START
                + NAMED
                + """
                2026-11-03 06:15:00,000 ERROR Installing the upgrades failed!
                2026-11-03 06:15:00,001 ERROR error message: installArchives() \u001B[1mfailed
                2026-11-03 06:15:00,002 ERROR dpkg returned a error! See /var/log/x.log for details
                Traceback (most recent call last):
                """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(
        "Installing the upgrades failed! installArchives() failed", sighting.errorMessage());
    assertEquals(3, sighting.packagesAnnounced());
    assertNull(sighting.packagesUpdated());
    assertEquals(Instant.parse("2026-11-03T05:15:00.002Z"), sighting.end());
  }

  @Test
  void tellsThatItCouldNotBegin() {
    Sighting sighting =
        beforeNext(
            START
                + "2026-11-03 06:12:02,000 ERROR Lock could not be acquired"
                + " (another package manager running?)\n");

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertNull(sighting.packagesAnnounced());
    assertEquals(
        "Lock could not be acquired (another package manager running?)", sighting.errorMessage());
  }

  @Test
  void takesNoTroubleAfterwardsForAFailure() {
    Sighting sighting =
        beforeNext(
            START
                + NAMED
                + """
                2026-11-03 06:15:02,750 INFO All upgrades installed
                2026-11-03 06:15:04,000 ERROR No /usr/bin/mail or /usr/sbin/sendmail, can not send mail.
                2026-11-03 18:00:00,000 ERROR Lock file is already taken, exiting
                """);

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertNull(sighting.errorMessage());
    assertEquals(Instant.parse("2026-11-03T05:15:02.750Z"), sighting.end());
  }

  @Test
  void failsWhereItCouldNotRemoveWhatIsNoLongerNeeded() {
    Sighting sighting =
        beforeNext(
            START
                + NAMED
                + """
                2026-11-03 06:15:02,750 INFO All upgrades installed
                2026-11-03 06:15:09,000 ERROR Auto-removing the packages failed!
                2026-11-03 06:15:09,001 ERROR Error message: 'it is stuck'
                """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("Auto-removing the packages failed! 'it is stuck'", sighting.errorMessage());
    assertEquals(Instant.parse("2026-11-03T05:15:09.001Z"), sighting.end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIGTERM received, will stop", "System is on battery power, stopping"})
  void tellsWhatMadeItStop(String message) {
    Sighting sighting =
        beforeNext(START + NAMED + "2026-11-03 06:14:00,000 WARNING %s\n".formatted(message));

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals(message, sighting.errorMessage());
    assertNull(sighting.packagesUpdated());
  }

  @Test
  void succeedsWhereItWasToldToStopAndHadDoneEverything() {
    Sighting sighting =
        beforeNext(
            START
                + NAMED
                + """
                2026-11-03 06:14:00,000 WARNING SIGTERM received, will stop
                2026-11-03 06:15:00,000 INFO All upgrades installed
                """);

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(3, sighting.packagesUpdated());
  }

  @Test
  void tellsWhatWasCutOff() {
    Sighting sighting = beforeNext(START + NAMED);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertNull(sighting.end());
    assertEquals(3, sighting.packagesAnnounced());
    assertNull(sighting.packagesUpdated());
  }

  @Test
  void skipsRunsThatOnlyDownloadAndRehearsals() {
    CollectedSightings collected =
        read(
            START
                + START.replace("2026-11-03", "2026-11-02")
                + "2026-11-02 06:13:00,000 INFO Option --dry-run given, *not* performing real actions\n"
                + NAMED.replace("2026-11-03", "2026-11-02")
                + NEXT);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            new SkippedRecord(file(), 1L, "does not say how it ended, as one that only downloads"),
            new SkippedRecord(file(), 5L, "was only a rehearsal (--dry-run)")),
        collected.skipped());
  }

  @Test
  void waitsForWhatMayStillBeUnderWay() {
    Instant start = Instant.parse("2026-11-03T05:12:01.123Z");
    tree().write(file(), START + NAMED);

    assertEquals(List.of(), at(start.plus(Duration.ofHours(23))).sightings());
    assertEquals(
        List.of("has no end yet and may still be under way"),
        reasons(at(start.plus(Duration.ofHours(23)))));
    assertEquals(1, at(start.plus(Duration.ofHours(25))).sightings().size());
  }

  @Test
  void waitsALittleForWhatAnEndedRunMayStillRemove() {
    tree().write(file(), START + NAMED + "2026-11-03 06:15:00,000 INFO All upgrades installed\n");
    Instant end = Instant.parse("2026-11-03T05:15:00Z");

    assertEquals(List.of(), at(end.plus(Duration.ofMinutes(9))).sightings());
    assertEquals(1, at(end.plus(Duration.ofMinutes(11))).sightings().size());
  }

  private CollectedSightings at(Instant now) {
    return CollectedSightings.of(importer(), tree().machineAt(now));
  }

  @Test
  void keepsTheIdentityOfARunThatGrows() {
    String before = beforeNext(START + NAMED).nativeId();

    assertEquals(
        before,
        beforeNext(START + NAMED + "2026-11-03 06:15:00,000 INFO All upgrades installed\n")
            .nativeId());
  }

  @Test
  void ignoresTheLogsOfOtherPrograms() {
    tree()
        .write(file(), NEXT)
        .write("/var/log/unattended-upgrades/unattended-upgrades-dpkg.log", START + NAMED)
        .write("/var/log/unattended-upgrades/unattended-upgrades-shutdown.log", START + NAMED);

    assertEquals(1, read().sightings().size());
    assertEquals(List.of(), read().skipped());
  }

  @Test
  void saysThatItsDirectoryIsClosed() {
    tree().write(file(), NEXT).lock("/var/log/unattended-upgrades");
    assumeFalse(
        Files.isReadable(tree().at("/var/log/unattended-upgrades")), "root may read everything");

    assertEquals(State.UNREADABLE, importer().detect(tree().machine()).state());
    assertFalse(read().skipped().isEmpty());
  }
}
