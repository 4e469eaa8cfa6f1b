package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;

class PacmanImporterTest extends LogFilesContract {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT);

  private static final String UPGRADE =
      """
      [2026-10-01T10:00:12+0200] [PACMAN] Running 'pacman -Syu'
      [2026-10-01T10:00:12+0200] [PACMAN] synchronizing package lists
      [2026-10-01T10:00:20+0200] [PACMAN] starting full system upgrade
      [2026-10-01T10:00:58+0200] [ALPM] running '60-hull-remove.hook'...
      [2026-10-01T10:01:00+0200] [ALPM] transaction started
      [2026-10-01T10:01:02+0200] [ALPM] upgraded hull (1.0-1 -> 1.1-1)
      [2026-10-01T10:01:03+0200] [ALPM] warning: /etc/oar.conf installed as /etc/oar.conf.pacnew
      [2026-10-01T10:01:03+0200] [ALPM] downgraded oar (2.0-1 -> 1.9-1)
      [2026-10-01T10:01:04+0200] [ALPM] reinstalled keel (3-1)
      [2026-10-01T10:01:05+0200] [ALPM] installed wherry (1-1)
      [2026-10-01T10:01:05+0200] [ALPM-SCRIPTLET] installed by the scriptlet
      [2026-10-01T10:01:06+0200] [ALPM] removed raft (1-1)
      [2026-10-01T10:01:07+0200] [ALPM] transaction completed
      """;

  private static final String HOOKS =
      """
      [2026-10-01T10:01:08+0200] [ALPM] running '30-systemd-update.hook'...
      [2026-10-01T10:01:40+0200] [ALPM] running '90-hull-install.hook'...
      [2026-10-01T10:02:10+0200] [ALPM-SCRIPTLET] ==> image generation successful
      """;

  private static final String NEXT =
      """
      [2026-10-02T10:00:00+0200] [PACMAN] Running 'pacman -R hull'
      [2026-10-02T10:00:03+0200] [ALPM] transaction started
      [2026-10-02T10:00:04+0200] [ALPM] removed hull (1.1-1)
      [2026-10-02T10:00:04+0200] [ALPM] transaction completed
      """;

  @Override
  protected HistoryImporter importer() {
    return new PacmanImporter();
  }

  @Override
  String file() {
    return "/var/log/pacman.log";
  }

  @Override
  String update(String dateAndTime) {
    String stamp =
        LocalDateTime.parse(dateAndTime.replace(' ', 'T')).atZone(LogTree.BERLIN).format(STAMP);
    return """
        [%1$s] [PACMAN] Running 'pacman -Syu'
        [%1$s] [ALPM] transaction started
        [%1$s] [ALPM] upgraded hull (1-1 -> 2-1)
        [%1$s] [ALPM] transaction completed
        """
        .formatted(stamp);
  }

  /** Unlike other logs it says which of the two hours is meant. */
  @Test
  @Override
  void marksTheHourThatTheClockGoesThroughTwice() {
    String first = update("2026-10-25 02:30:00");
    List<Sighting> sightings = read(first + first.replace("+0200", "+0100")).sightings();

    assertEquals(
        List.of(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")),
        sightings.stream().map(Sighting::start).toList());
    assertTrue(sightings.stream().noneMatch(Sighting::ambiguousTime));
  }

  @Test
  void readsATransactionWithItsHooks() {
    Sighting sighting = only(UPGRADE + HOOKS);

    assertEquals("pacman", sighting.importer());
    assertTrue(sighting.nativeId().matches("2026-10-01T10:01:00\\+0200-[0-9a-f]{16}"));
    assertEquals(new PluginName("pacman"), sighting.plugin());
    assertEquals(Extent.TRANSACTION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-10-01T08:01:00Z"), sighting.start());
    assertEquals(Instant.parse("2026-10-01T08:02:10Z"), sighting.end());
    assertFalse(sighting.ambiguousTime());
    assertEquals(4, sighting.packagesUpdated());
    assertEquals(4, sighting.packagesAnnounced());
    assertNull(sighting.exitCode());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
    assertEquals(ResourceUsage.unmeasured(), sighting.usage());
  }

  @Test
  void keepsTransactionsThatOnlyRemove() {
    Sighting sighting = only(NEXT);

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(0, sighting.packagesUpdated());
    assertEquals(0, sighting.packagesAnnounced());
  }

  @Test
  void givesHooksThatBeginBeforeTheNextTransactionToThatOne() {
    String early = "[2026-10-01T10:03:00+0200] [PACMAN] Running 'pacman -R hull'\n";
    String hook = "[2026-10-01T10:03:01+0200] [ALPM] running '60-hull-remove.hook'...\n";

    List<Sighting> sightings = read(UPGRADE + HOOKS + early + hook + NEXT).sightings();

    assertEquals(2, sightings.size());
    assertEquals(Instant.parse("2026-10-01T08:02:10Z"), sightings.get(0).end());
    assertEquals(Instant.parse("2026-10-02T08:00:03Z"), sightings.get(1).start());
  }

  @ParameterizedTest
  @ValueSource(strings = {"10:17:11", "10:01:07", "09:59:00"})
  void countsNoHookThatBeginsLongAfterwardsOrBefore(String time) {
    String hook = "[2026-10-01T%s+0200] [ALPM] running 'x.hook'...\n".formatted(time);

    assertEquals(Instant.parse("2026-10-01T08:02:10Z"), only(UPGRADE + HOOKS + hook).end());
  }

  @Test
  void countsAHookFifteenMinutesAfterTheOneBefore() {
    String hook = "[2026-10-01T10:17:10+0200] [ALPM] running 'x.hook'...\n";

    assertEquals(Instant.parse("2026-10-01T08:17:10Z"), only(UPGRADE + HOOKS + hook).end());
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupted", "failed"})
  void tellsWhatEndedBeforeItWasDone(String how) {
    Sighting sighting =
        only(
            UPGRADE.lines().limit(8).map(line -> line + "\n").reduce("", String::concat)
                + "[2026-10-01T10:01:30+0200] [ALPM] transaction %s\n".formatted(how)
                + "[2026-10-01T10:01:31+0200] [ALPM] running 'x.hook'...\n");

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals(Instant.parse("2026-10-01T08:01:30Z"), sighting.end());
    assertEquals("transaction " + how, sighting.errorMessage());
    assertEquals(2, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
  }

  @Test
  void tellsTheFirstErrorOfATransaction() {
    Sighting sighting =
        only(
            """
            [2026-10-01T10:01:00+0200] [ALPM] transaction started
            [2026-10-01T10:01:02+0200] [ALPM] upgraded hull (1.0-1 -> 1.1-1)
            [2026-10-01T10:01:03+0200] [ALPM] error: problem occurred while upgrading \u001B[31moar\u0007
            [2026-10-01T10:01:04+0200] [ALPM] error: could not commit
            [2026-10-01T10:01:04+0200] [ALPM] transaction failed
            """);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("error: problem occurred while upgrading oar", sighting.errorMessage());
    assertEquals(1, sighting.packagesUpdated());
  }

  @Test
  void takesATransactionWithErrorsForAFailureAlsoWhereItWasCompleted() {
    Sighting sighting =
        only(UPGRADE + "[2026-10-01T10:01:09+0200] [ALPM] error: could not run x.hook\n");

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("error: could not run x.hook", sighting.errorMessage());
    assertEquals(Instant.parse("2026-10-01T08:01:09Z"), sighting.end());
    assertEquals(4, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
  }

  @Test
  void takesNoErrorThatComesLongAfterwardsForOneOfTheTransaction() {
    Sighting sighting =
        only(UPGRADE + "[2026-10-01T12:01:09+0200] [ALPM] error: could not run x.hook\n");

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-10-01T08:01:07Z"), sighting.end());
  }

  @Test
  void tellsWhatWasCutOff() {
    String crashed = UPGRADE.lines().limit(7).map(line -> line + "\n").reduce("", String::concat);

    List<Sighting> sightings = read(crashed + NEXT).sightings();

    assertEquals(2, sightings.size());
    assertEquals(ExecutionStatus.FAILED, sightings.get(0).status());
    assertNull(sightings.get(0).end());
    assertEquals(1, sightings.get(0).packagesUpdated());
    assertNull(sightings.get(0).packagesAnnounced());
    assertEquals(ExecutionStatus.SUCCESS, sightings.get(1).status());
  }

  @Test
  void endsNothingWhereAnotherProgramWaitsForTheLock() {
    String waiting = "[2026-10-01T10:01:03+0200] [PACMAN] Running 'pacman -Sy'\n";
    List<String> lines = UPGRADE.lines().map(line -> line + "\n").toList();

    Sighting sighting =
        only(
            String.join("", lines.subList(0, 8))
                + waiting
                + String.join("", lines.subList(8, lines.size())));

    assertEquals(4, sighting.packagesUpdated());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
  }

  @Test
  void waitsADayForTheEndOfTheLast() {
    String started =
        """
        [2026-11-20T12:00:00+0100] [ALPM] transaction started
        [2026-11-20T12:00:01+0100] [ALPM] upgraded hull (1-1 -> 2-1)
        """;

    CollectedSightings now = read(NEXT + started);
    CollectedSightings later =
        CollectedSightings.of(importer(), tree().machineAt(Instant.parse("2026-11-21T11:00:00Z")));

    assertEquals(1, now.sightings().size());
    assertEquals(
        List.of(new SkippedRecord(file(), 5L, "has no end yet and may still be under way")),
        now.skipped());
    assertEquals(2, later.sightings().size());
    assertNull(later.sightings().get(1).end());
  }

  @Test
  void waitsForHooksOfTheLastAQuarterOfAnHour() {
    tree().write(file(), UPGRADE);
    Instant completed = Instant.parse("2026-10-01T08:01:07Z");

    CollectedSightings soon =
        CollectedSightings.of(
            importer(), tree().machineAt(completed.plus(Duration.ofMinutes(15).minusSeconds(1))));
    CollectedSightings then =
        CollectedSightings.of(importer(), tree().machineAt(completed.plus(Duration.ofMinutes(15))));

    assertEquals(List.of(), soon.sightings());
    assertEquals(List.of("has no end yet and may still be under way"), reasons(soon));
    assertEquals(completed, then.sightings().get(0).end());
  }

  @Test
  void keepsTheIdentityOnceHooksFollow() {
    assertEquals(read(UPGRADE).nativeIds(), read(UPGRADE + HOOKS + NEXT).nativeIds().subList(0, 1));
  }

  @Test
  void tellsApartSeveralInTheSameSecond() {
    String one = update("2026-11-01 06:12:01");
    String other = one.replace("hull", "oar");

    List<String> identities = read(one + other + one).nativeIds();

    assertEquals(3, identities.stream().distinct().count());
    assertEquals(identities.get(0) + "-2", identities.get(2));
  }

  @Test
  void skipsOlderFormatsWithOneReportForEach() {
    CollectedSightings collected =
        read(
            """
            [2011-03-01 10:01] starting full system upgrade
            [2011-03-01 10:02] upgraded hull (0.1-1 -> 0.2-1)
            [2015-03-01 10:01] [ALPM] transaction started
            [2015-03-01 10:01] [ALPM] upgraded hull (0.8-1 -> 0.9-1)
            [2015-03-01 10:02] [ALPM] transaction completed
            """
                + UPGRADE);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            new SkippedRecord(
                file(),
                1L,
                "is of a pacman that told neither transactions nor seconds; so does 1 more of this"
                    + " file"),
            new SkippedRecord(
                file(),
                3L,
                "has times to the minute only, too coarse to tell how long anything took; so"
                    + " do 2 more of this file")),
        collected.skipped());
  }

  @Test
  void skipsEndsWithoutABeginningAndDatesThatAreNone() {
    CollectedSightings collected =
        read(
            """
            [2026-10-01T10:00:07+0200] [ALPM] upgraded hull (1-1 -> 2-1)
            [2026-10-01T10:00:07+0200] [ALPM] transaction completed
            [2026-02-30T10:00:07+0200] [ALPM] transaction started
            [2026-10-01T10:00:07+9900] [ALPM] transaction started
            [2026-10-01T10:00:08+0200] [ALPM] transaction started
            [2026-10-01T10:99:08+0200] [ALPM] transaction completed
            """
                + NEXT);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(
            "does not say when the transaction began",
            "has no date that can be read; so does 1 more of this file",
            "has no end that can be read"),
        reasons(collected));
  }

  @Test
  void skipsATransactionInWhichTheClockWasSetBack() {
    CollectedSightings collected =
        read(
            """
            [2026-10-01T10:00:08+0200] [ALPM] transaction started
            [2026-10-01T09:00:08+0200] [ALPM] transaction completed
            """
                + NEXT);

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("ended before it began: the clock was set back meanwhile"), reasons(collected));
  }

  @Test
  void readsOnPastWhatIsNoLineOfPacman() {
    String hostile =
        "[\n[]\n[2026\n==> output [ALPM] transaction started\n[2026-10-01T10:01:03+0200]\n"
            + "[2026-10-01T10:01:03+0200] \n"
            + "[2026-10-01T10:01:03+0200] [ALPM] transaction\n"
            + "[2026-10-01T10:01:03+0200] [ALPM] transaction \u001B[2J\n"
            + "x".repeat(3_000_000)
            + "\n";
    List<String> lines = UPGRADE.lines().map(line -> line + "\n").toList();

    Sighting sighting =
        only(
            hostile
                + String.join("", lines.subList(0, 8))
                + hostile
                + String.join("", lines.subList(8, lines.size())));

    assertEquals(4, sighting.packagesUpdated());
  }

  @Test
  void readsALogOfSeveralMegabytes() {
    StringBuilder log = new StringBuilder();
    Instant start = Instant.parse("2020-01-01T00:00:00Z");
    for (int i = 0; i < 2_000; i++) {
      String stamp = start.plusSeconds(3_600L * i).toString().replace("Z", "+0000");
      log.append("[").append(stamp).append("] [ALPM] transaction started\n");
      for (int j = 0; j < 20; j++) {
        log.append("[%s] [ALPM] upgraded hull-%d (1.0.%d-1 -> 1.1-1)\n".formatted(stamp, j, i));
      }
      log.append("[").append(stamp).append("] [ALPM] transaction completed\n");
    }

    CollectedSightings collected = read(log.toString());

    assertEquals(2_000, collected.sightings().size());
    assertTrue(
        collected.sightings().stream()
            .allMatch(each -> Integer.valueOf(20).equals(each.packagesUpdated())));
    assertEquals(List.of(), collected.skipped());
  }
}
