package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

class JournalImporterTest extends HistoryImporterContract {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant START = Instant.parse("2026-11-03T05:12:01.000123Z");
  private static final List<String> LOOK =
      List.of("journalctl", "--no-pager", "--lines=1", "-o", "short");
  private static final List<String> READ = List.of("journalctl", "--no-pager", "-o", "json");
  private static final String UPGRADE = "apt-daily-upgrade.service";
  private static final String HINT =
      """
      Hint: You are currently not seeing messages from other users and the system.
            Users in groups 'adm', 'systemd-journal' can see all messages.
            Pass -q to turn off this notice.
      """;

  @TempDir Path root;

  @TempDir Path elsewhere;

  @Override
  protected HistoryImporter importer() {
    return new JournalImporter();
  }

  @Override
  protected SourceMachine machine() {
    return machine(
        programs(
            run(1, UPGRADE, START)
                + run(2, "apt-daily.service", START.plus(Duration.ofDays(1)))
                + entry(3, UPGRADE, JournalMessage.STARTED, START.plus(Duration.ofDays(2)), "")
                + run(4, "dnf-makecache.service", START.plus(Duration.ofDays(3)))));
  }

  private static ScriptedPrograms programs(String entries) {
    return ScriptedPrograms.none().with(LOOK, 0, "", "").with(READ, 0, entries, "");
  }

  private static SourceMachine machine(ScriptedPrograms programs) {
    return new SourceMachine(Path.of("/"), List.of(), ZoneOffset.UTC, NOW, programs);
  }

  private SourceMachine tree(ScriptedPrograms programs) {
    return new SourceMachine(root, List.of(), ZoneOffset.UTC, NOW, programs);
  }

  private CollectedSightings read(String entries) {
    return CollectedSightings.of(importer(), machine(programs(entries)));
  }

  private Sighting only(String entries) {
    CollectedSightings collected = read(entries);
    assertEquals(List.of(), collected.skipped());
    assertEquals(1, collected.sightings().size());
    return collected.sightings().get(0);
  }

  private static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }

  private static String invocation(int number) {
    return "%032x".formatted(number);
  }

  /** A run of half a minute. */
  private static String run(int number, String unit, Instant start) {
    Instant end = start.plusSeconds(30);
    return entry(number, unit, JournalMessage.STARTING, start, "")
        + entry(number, unit, JournalMessage.DEACTIVATED, end, "")
        + entry(number, unit, JournalMessage.STARTED, end, "")
        + entry(number, unit, JournalMessage.RESOURCES, end, ",\"CPU_USAGE_NSEC\":\"1500000000\"");
  }

  private static String entry(
      int number, String unit, JournalMessage message, Instant time, String more) {
    return """
    {"__CURSOR":"s=1","__REALTIME_TIMESTAMP":"%d","_BOOT_ID":"b","MESSAGE_ID":"%s","UNIT":"%s",\
    "INVOCATION_ID":"%s"%s}
    """
        .formatted(
            ChronoUnit.MICROS.between(Instant.EPOCH, time),
            message.id(),
            unit,
            invocation(number),
            more);
  }

  @Test
  void readsARunWithWhatItUsed() {
    Instant end = Instant.parse("2026-11-03T05:14:31.5Z");

    Sighting sighting =
        only(
            entry(7, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(7, UPGRADE, JournalMessage.DEACTIVATED, end.minusMillis(1), "")
                + entry(7, UPGRADE, JournalMessage.STARTED, end, "")
                + entry(
                    7,
                    UPGRADE,
                    JournalMessage.RESOURCES,
                    end.plusMillis(1),
                    """
                    ,"CPU_USAGE_NSEC":"6552000000","MEMORY_PEAK":"536150016",\
                    "IO_METRIC_READ_BYTES":"1001","IO_METRIC_WRITE_BYTES":"1002",\
                    "IO_METRIC_READ_OPERATIONS":"11","IO_METRIC_WRITE_OPERATIONS":"12",\
                    "IP_METRIC_INGRESS_BYTES":"2001","IP_METRIC_EGRESS_BYTES":"2002\""""));

    assertEquals("00000000000000000000000000000007", sighting.nativeId());
    assertEquals(new PluginName("apt"), sighting.plugin());
    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(START, sighting.start());
    assertEquals(end, sighting.end());
    assertNull(sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
    assertEquals(
        ResourceUsage.builder()
            .cpuSeconds(6.552, 0.0)
            .memoryBytes(536150016L, null)
            .ioBytes(1001L, 1002L)
            .ioOperations(11L, 12L)
            .networkBytes(2001L, 2002L)
            .build(),
        sighting.usage());
    assertEquals(6.552, sighting.usage().cpuSeconds().get());
  }

  @ParameterizedTest
  @CsvSource({
    "apt-daily-upgrade.service, apt, SESSION",
    "apt-daily.service, apt, CHECK",
    "dnf-automatic.service, dnf, SESSION",
    "dnf-automatic-install.service, dnf, SESSION",
    "dnf-makecache.service, dnf, CHECK",
    "dnf5-makecache.service, dnf, CHECK"
  })
  void knowsWhoseWorkAUnitDoes(String unit, String plugin, Extent extent) {
    Sighting sighting = only(run(1, unit, START));

    assertEquals(new PluginName(plugin), sighting.plugin());
    assertEquals(extent, sighting.extent());
  }

  @Test
  void leavesAbsentWhatAnOldSystemdDoesNotCount() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(1, UPGRADE, JournalMessage.STARTED, START.plusSeconds(5), ""));

    assertEquals(ResourceUsage.unmeasured(), sighting.usage());
    assertEquals(START.plusSeconds(5), sighting.end());
  }

  @Test
  void tellsAFailureWithItsResult() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(
                    1,
                    UPGRADE,
                    JournalMessage.FAILURE_RESULT,
                    START.plusSeconds(5),
                    ",\"MESSAGE\":\"apt: \\u001b[31mFailed\\u001b[0m with result 'exit-code'.\"")
                + entry(
                    1,
                    UPGRADE,
                    JournalMessage.FAILED,
                    START.plusSeconds(6),
                    ",\"MESSAGE\":\"Failed to start it.\"")
                + entry(1, UPGRADE, JournalMessage.STOPPED, START.plusSeconds(7), ""));

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("apt: Failed with result 'exit-code'.", sighting.errorMessage());
    assertEquals(START.plusSeconds(5), sighting.end());
  }

  @Test
  void countsARunThatWasStoppedAsAFailure() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(1, UPGRADE, JournalMessage.DEACTIVATED, START.plusSeconds(5), "")
                + entry(1, UPGRADE, JournalMessage.STOPPED, START.plusSeconds(6), ""));

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("apt-daily-upgrade.service was stopped", sighting.errorMessage());
    assertEquals(START.plusSeconds(6), sighting.end());
  }

  @Test
  void endsWhenTheWorkIsDoneEvenIfTheUnitIsStoppedMuchLater() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(1, UPGRADE, JournalMessage.STARTED, START.plusSeconds(5), "")
                + entry(1, UPGRADE, JournalMessage.FAILURE_RESULT, START.plusSeconds(900), "")
                + entry(1, UPGRADE, JournalMessage.STOPPED, START.plusSeconds(900), ""));

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertNull(sighting.errorMessage());
    assertEquals(START.plusSeconds(5), sighting.end());
  }

  @Test
  void endsWithTheProcessesWhereNothingElseIsSaid() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(1, UPGRADE, JournalMessage.DEACTIVATED, START.plusSeconds(5), ""));

    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(START.plusSeconds(5), sighting.end());
  }

  @Test
  void tellsRunsApartWhoseEntriesAreMixed() {
    Instant later = START.plusSeconds(10);

    CollectedSightings collected =
        read(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(2, "apt-daily.service", JournalMessage.STARTING, START.plusMillis(1), "")
                + entry(1, UPGRADE, JournalMessage.STARTED, later, "")
                + entry(2, "apt-daily.service", JournalMessage.FAILED, later.plusMillis(1), ""));

    assertEquals(
        List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED),
        collected.sightings().stream().map(Sighting::status).toList());
  }

  @Test
  void takesWhatWasCutOffOnceADayHasPassed() {
    CollectedSightings collected =
        read(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(2, UPGRADE, JournalMessage.STARTING, NOW.minusSeconds(60), ""));

    assertEquals(1, collected.sightings().size());
    assertEquals(ExecutionStatus.FAILED, collected.sightings().get(0).status());
    assertNull(collected.sightings().get(0).end());
    assertEquals(List.of("has no end yet and may still be under way"), reasons(collected));
  }

  @Test
  void skipsWhatCannotBeReadWithoutGuessing() {
    CollectedSightings collected =
        read(
            entry(1, UPGRADE, JournalMessage.STARTED, START, "")
                + entry(2, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(2, UPGRADE, JournalMessage.STARTED, START.minusSeconds(1), "")
                + run(3, UPGRADE, NOW.plus(Duration.ofDays(2)))
                + run(4, UPGRADE, Instant.parse("1970-01-01T00:00:09Z"))
                + entry(5, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(5, UPGRADE, JournalMessage.RESOURCES, START, ",\"MEMORY_PEAK\":\"1\""));

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            "has no beginning in the journal any more",
            "ended before it began: the clock was set back meanwhile",
            "lies in the future",
            "began before February 2000, when its clock was not set",
            "does not say how it ended"),
        reasons(collected));
    assertEquals(
        List.of(1L, 2L, 4L, 8L, 12L),
        collected.skipped().stream().map(SkippedRecord::line).toList());
    assertTrue(collected.skipped().stream().allMatch(each -> each.place().equals("journalctl")));
  }

  @Test
  void countsEntriesOfNoSuchRun() {
    String starting = entry(1, UPGRADE, JournalMessage.STARTING, START, "");

    CollectedSightings collected =
        read(
            "no JSON at all\n\n[1]\n{\"UNIT\":\n"
                + starting.replace(invocation(1), "\\u001b[31m")
                + starting.replace(invocation(1), invocation(1) + "0")
                + starting.replace("INVOCATION_ID", "_SYSTEMD_INVOCATION_ID")
                + starting.replace(UPGRADE, "ssh.service")
                + starting.replace(JournalMessage.STARTING.id(), invocation(9))
                + starting.replaceAll("TIMESTAMP\":\"\\d+", "TIMESTAMP\":\"-5")
                + "[".repeat(100_000)
                + "\n");

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of("is no entry of a run that can be told from others; so do 9 more of this file"),
        reasons(collected));
    assertEquals(1L, collected.skipped().get(0).line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "\"-1\"",
        "\"many\"",
        "18446744073709551615",
        "9223372036854775808",
        "{}",
        "[]",
        "[null]",
        "1.5"
      })
  void leavesAbsentWhatIsNoFigure(String value) {
    Sighting sighting =
        only(
            run(1, UPGRADE, START)
                .replace("\"CPU_USAGE_NSEC\":\"1500000000\"", "\"MEMORY_PEAK\":" + value));

    assertEquals(ResourceUsage.unmeasured(), sighting.usage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"42\"", "42", "[52, 50]", "[\"42\", \"43\"]", "[[52, 50], \"43\"]"})
  void understandsFiguresInEveryFormThatJournalctlWrites(String value) {
    Sighting sighting =
        only(
            run(1, UPGRADE, START)
                .replace("\"CPU_USAGE_NSEC\":\"1500000000\"", "\"MEMORY_PEAK\":" + value));

    assertEquals(42L, sighting.usage().memoryPeakBytes());
  }

  @Test
  void readsMessagesThatAreNoText() {
    Sighting sighting =
        only(
            entry(1, UPGRADE, JournalMessage.STARTING, START, "")
                + entry(
                    1,
                    UPGRADE,
                    JournalMessage.FAILED,
                    START.plusSeconds(5),
                    ",\"MESSAGE\":[71,114,195,188,255,27,91,51,49,109]"));

    assertEquals("Gr\u00FC\uFFFD", sighting.errorMessage());
  }

  @Test
  void readsThousandsOfRunsThatEndedLongAgo() {
    String years =
        IntStream.range(0, 3000)
            .mapToObj(day -> run(day + 1, UPGRADE, START.minus(Duration.ofDays(day + 1L))))
            .collect(Collectors.joining());

    CollectedSightings collected = read(years);

    assertEquals(3000, collected.sightings().size());
    assertEquals(List.of(), collected.skipped());
  }

  @Test
  void asksForWhatSystemdItselfWroteOfThoseUnits() {
    ScriptedPrograms programs = programs("");

    CollectedSightings.of(importer(), machine(programs));

    List<String> command = programs.asked().get(1);
    Set<String> arguments = new HashSet<>(command);
    assertEquals(READ, command.subList(0, READ.size()));
    assertTrue(arguments.contains("_PID=1"));
    assertTrue(arguments.contains("UNIT=apt-daily-upgrade.service"));
    assertTrue(arguments.contains("UNIT=dnf-automatic.service"));
    assertTrue(arguments.contains("MESSAGE_ID=ae8f7b866b0347b9af31fe1c80b127c0"));
    assertTrue(command.get(READ.size()).startsWith("--output-fields=MESSAGE_ID,UNIT,"));
  }

  @Test
  void saysThatAUserDoesNotSeeTheSystem() {
    SourceMachine machine =
        machine(
            ScriptedPrograms.none()
                .with(LOOK, 0, "one", HINT)
                .with(READ, 0, run(1, UPGRADE, START), ""));

    CollectedSightings collected = CollectedSightings.of(importer(), machine);

    assertEquals(
        Detection.found(List.of("journalctl")).remarking(JournalImporter.HIDDEN),
        importer().detect(machine));
    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of(new SkippedRecord("journalctl", null, JournalImporter.HIDDEN)),
        collected.skipped());
  }

  @Test
  void saysThatAUserMayOpenNoJournal() {
    String error = HINT + "No journal files were opened due to insufficient permissions.\n";
    SourceMachine machine =
        machine(ScriptedPrograms.none().with(LOOK, 1, "", error).with(READ, 1, "", error));

    assertEquals(
        Detection.unreadable(List.of("journalctl"), JournalImporter.HIDDEN),
        importer().detect(machine));
    assertEquals(
        List.of(JournalImporter.HIDDEN), reasons(CollectedSightings.of(importer(), machine)));
  }

  @Test
  void isSilentWhereNothingMatchesAndAbsentWhereThereIsNoJournal() {
    SourceMachine nothing =
        machine(ScriptedPrograms.none().with(LOOK, 0, "", "").with(READ, 1, "", ""));
    SourceMachine none =
        machine(
            ScriptedPrograms.none()
                .with(LOOK, 0, "-- No entries --", "No journal files were found.")
                .with(READ, 1, "", "No journal files were found."));

    assertEquals(List.of(), CollectedSightings.of(importer(), nothing).skipped());
    assertEquals(Detection.absent(), importer().detect(none));
    assertEquals(List.of(), CollectedSightings.of(importer(), none).skipped());
  }

  @Test
  void keepsWhatWasReadBeforeJournalctlFailed() {
    CollectedSightings collected =
        CollectedSightings.of(
            importer(),
            machine(
                ScriptedPrograms.none()
                    .with(LOOK, 0, "", "")
                    .with(READ, 124, run(1, UPGRADE, START), "too\u001B[1m slow")));

    assertEquals(1, collected.sightings().size());
    assertEquals(
        List.of("cannot be read to its end: journalctl ended with 124: too slow"),
        reasons(collected));
  }

  @Test
  void readsTheJournalOfAnotherTree() throws Exception {
    Path directory = Files.createDirectories(root.resolve("var/log/journal"));
    List<String> there = List.of("journalctl", "-D", directory.toString(), "--no-pager");
    SourceMachine machine =
        tree(ScriptedPrograms.none().with(there, 0, run(1, UPGRADE, START) + "{}\n", ""));

    CollectedSightings collected = CollectedSightings.of(importer(), machine);

    assertEquals(Detection.found(List.of("/var/log/journal")), importer().detect(machine));
    assertEquals(1, collected.sightings().size());
    assertEquals("/var/log/journal", collected.skipped().get(0).place());
  }

  @Test
  void saysWhatIsMissingToReadAnotherTree() throws Exception {
    Files.createDirectories(root.resolve("var/log/journal"));
    SourceMachine machine = tree(ScriptedPrograms.none());

    assertEquals(State.UNREADABLE, importer().detect(machine).state());
    assertEquals(List.of(), CollectedSightings.of(importer(), machine).sightings());
  }

  @Test
  void followsNoLinkOutOfTheTreeAndReadsNoFileOfThatName() throws Exception {
    Path directory = Files.createDirectories(root.resolve("var/log")).resolve("journal");
    ScriptedPrograms programs =
        ScriptedPrograms.none().with(List.of("journalctl"), 0, run(1, UPGRADE, START), "");

    Files.createSymbolicLink(directory, elsewhere);
    assertEquals(Detection.absent(), importer().detect(tree(programs)));
    assertEquals(List.of(), CollectedSightings.of(importer(), tree(programs)).sightings());
    Files.delete(directory);
    Files.writeString(directory, "");
    assertEquals(Detection.absent(), importer().detect(tree(programs)));
    assertEquals(List.of(), programs.asked());
  }
}
