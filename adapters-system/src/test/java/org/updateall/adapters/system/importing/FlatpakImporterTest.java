package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

class FlatpakImporterTest extends HistoryImporterContract {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> COMMAND =
      List.of("flatpak", "history", "--columns=time,change");

  private static final String THIS_YEAR =
      """
      Nov  3 06:12:01\tpull
      Nov  3 06:12:09\tdeploy update
      Nov  3 06:13:00\tpull
      Nov  3 06:15:30\tdeploy update
      Nov  3 06:20:30\tdeploy install
      Nov  4 07:00:00\tdeploy update
      Nov  4 07:05:01\tdeploy update
      Nov 10 08:00:00\tdeploy update
      Nov 10 08:00:10\tuninstall
      Nov 10 08:01:00\tdeploy update
      """;

  @Override
  protected HistoryImporter importer() {
    return new FlatpakImporter();
  }

  @Override
  protected SourceMachine machine() {
    return machine(programs(Map.of(2026, THIS_YEAR)));
  }

  /** Flatpak with a history of those years, each as it stands in that year. */
  private static ScriptedPrograms programs(Map<Integer, String> byYear) {
    ScriptedPrograms programs = ScriptedPrograms.none();
    for (int year = 2017; year <= 2027; year++) {
      programs.with(command(year), 0, byYear.getOrDefault(year, "") + "\n", "");
    }
    return programs.with(COMMAND, 0, String.join("", new TreeMap<>(byYear).values()) + "\n", "");
  }

  private static List<String> command(int year) {
    List<String> command = new ArrayList<>(COMMAND);
    command.add("--since=%d-12-31 23:59:59".formatted(year - 1));
    command.add("--until=%d-01-01 00:00:00".formatted(year + 1));
    return command;
  }

  private static SourceMachine machine(ScriptedPrograms programs) {
    return new SourceMachine(Path.of("/"), List.of(), BERLIN, NOW, programs);
  }

  private CollectedSightings read(Map<Integer, String> byYear) {
    return CollectedSightings.of(importer(), machine(programs(byYear)));
  }

  private static List<String> reasons(CollectedSightings collected) {
    return collected.skipped().stream().map(SkippedRecord::reason).toList();
  }

  private static List<Instant> starts(CollectedSightings collected) {
    return collected.sightings().stream().map(Sighting::start).toList();
  }

  @Test
  void takesChangesThatFollowEachOtherForOneUpdate() {
    Sighting sighting = read(Map.of(2026, THIS_YEAR)).sightings().get(0);

    assertEquals("2026-11-03T05:12:09Z", sighting.nativeId());
    assertEquals(new PluginName("flatpak"), sighting.plugin());
    assertEquals(Extent.TRANSACTION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(Instant.parse("2026-11-03T05:12:09Z"), sighting.start());
    assertEquals(Instant.parse("2026-11-03T05:20:30Z"), sighting.end());
    assertFalse(sighting.ambiguousTime());
    assertEquals(3, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
    assertNull(sighting.errorMessage());
    assertEquals(List.of(), sighting.steps());
    assertEquals(ResourceUsage.unmeasured(), sighting.usage());
  }

  @Test
  void countsChangesWhoseLengthIsNotKnown() {
    CollectedSightings collected = read(Map.of(2026, THIS_YEAR));

    assertEquals(2, collected.sightings().size());
    assertEquals(2, collected.sightings().get(1).packagesUpdated());
    assertEquals(
        List.of(
            new SkippedRecord(
                "flatpak history",
                null,
                "tells of 2 changes with no other within five minutes, whose length is not known")),
        collected.skipped());
  }

  @Test
  void knowsNoLengthOfChangesOfTheSameSecond() {
    CollectedSightings collected =
        read(
            Map.of(
                2026, "Nov  3 06:12:09\tdeploy update\n".repeat(2) + "Nov  4 06:12:09\tupdate\n"));

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of("tells of 3 changes with no other within five minutes, whose length is not known"),
        reasons(collected));
  }

  @Test
  void findsTheYearOfEveryChange() {
    ScriptedPrograms programs =
        programs(
            Map.of(
                2023, "Nov  3 06:00:00\tdeploy update\nNov  3 06:01:00\tdeploy update\n",
                2024, "Feb 29 06:00:00\tdeploy update\nFeb 29 06:01:00\tdeploy update\n",
                2026, "Nov  3 06:00:00\tdeploy update\nNov  3 06:01:00\tdeploy update\n"));

    CollectedSightings collected = CollectedSightings.of(importer(), machine(programs));

    assertEquals(
        List.of(
            Instant.parse("2023-11-03T05:00:00Z"),
            Instant.parse("2024-02-29T05:00:00Z"),
            Instant.parse("2026-11-03T05:00:00Z")),
        starts(collected));
    assertEquals(
        List.of(COMMAND, command(2026), command(2025), command(2024), command(2023)),
        programs.asked());
  }

  @Test
  void joinsAnUpdateInTheNightOfNewYearsEve() {
    Map<Integer, String> night =
        Map.of(
            2025, "Dec 31 23:58:00\tdeploy update\n",
            2026, "Jan  1 00:01:00\tdeploy update\n");
    CollectedSightings later = new CollectedSightings();

    importer().read(machine(programs(night)), Instant.parse("2025-12-31T23:00:00Z"), later);

    assertEquals(List.of(Instant.parse("2025-12-31T22:58:00Z")), starts(read(night)));
    assertEquals(List.of(), later.sightings());
  }

  @Test
  void asksForNoYearBeforeTheOneThatIsWanted() {
    ScriptedPrograms programs =
        programs(Map.of(2020, "Nov  3 06:00:00\tupdate\n", 2026, THIS_YEAR));
    CollectedSightings later = new CollectedSightings();

    importer().read(machine(programs), Instant.parse("2026-11-05T00:00:00Z"), later);

    assertEquals(List.of(Instant.parse("2026-11-10T07:00:00Z")), starts(later));
    assertEquals(List.of(COMMAND, command(2026)), programs.asked());
  }

  @Test
  void asksForNoYearWhereThereIsNoHistory() {
    ScriptedPrograms programs = programs(Map.of());

    CollectedSightings collected = CollectedSightings.of(importer(), machine(programs));

    assertEquals(List.of(), collected.skipped());
    assertEquals(List.of(COMMAND), programs.asked());
  }

  @Test
  void leavesForLaterWhatMayGoOn() {
    CollectedSightings collected =
        read(
            Map.of(
                2026,
                """
                Nov 20 12:50:00\tdeploy update
                Nov 20 12:54:00\tdeploy update
                Nov 20 12:58:00\tdeploy update
                """));

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of("may still be under way: its last change is not five minutes old"),
        reasons(collected));
  }

  @Test
  void marksTheHourThatTheClockGoesThroughTwice() {
    CollectedSightings collected =
        read(
            Map.of(
                2026,
                """
                Oct 25 02:58:00\tdeploy update
                Oct 25 02:01:00\tdeploy update
                Oct 25 05:00:00\tdeploy update
                Oct 25 05:01:00\tdeploy update
                """));

    assertTrue(collected.sightings().get(0).ambiguousTime());
    assertEquals(Instant.parse("2026-10-25T00:58:00Z"), collected.sightings().get(0).start());
    assertEquals(Instant.parse("2026-10-25T01:01:00Z"), collected.sightings().get(0).end());
    assertFalse(collected.sightings().get(1).ambiguousTime());
  }

  @Test
  void readsOnWhereTheClockWasSetBack() {
    CollectedSightings collected =
        read(
            Map.of(
                2026,
                """
                Nov  3 06:00:00\tdeploy update
                Nov  3 06:01:00\tdeploy update
                Nov  2 06:00:00\tdeploy update
                Nov  2 06:01:00\tdeploy update
                """));

    assertEquals(2, collected.sightings().size());
  }

  @Test
  void skipsUpdatesInTheFuture() {
    CollectedSightings collected =
        read(Map.of(2026, "Dec  3 06:00:00\tdeploy update\nDec  3 06:01:00\tdeploy update\n"));

    assertEquals(List.of(), collected.sightings());
    assertEquals(List.of("lies in the future"), reasons(collected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nov 31 06:00:00\tdeploy update",
        "Foo  3 06:00:00\tdeploy update",
        "Nov  3 25:00:00\tdeploy update",
        "Nov  3 06:00:00 deploy update",
        "\u001B[1mNov  3 06:00:00\tdeploy update",
        "error"
      })
  void skipsRowsThatCannotBeRead(String row) {
    CollectedSightings collected = read(Map.of(2026, row + "\n"));

    assertEquals(List.of(), collected.sightings());
    assertEquals(
        List.of(
            new SkippedRecord("flatpak history", 1L, "has no time and change that can be read")),
        collected.skipped());
  }

  @Test
  void saysThatFlatpakHasNoHistory() {
    ScriptedPrograms programs =
        ScriptedPrograms.none()
            .with(COMMAND, 1, "", "error: history not available without libsystemd\u0007");

    assertEquals(
        List.of(
            "cannot be read to its end: flatpak ended with 1:"
                + " error: history not available without libsystemd"),
        reasons(CollectedSightings.of(importer(), machine(programs))));
  }

  @Test
  void saysThatAUserDoesNotSeeTheSystem() {
    SourceMachine machine =
        machine(
            programs(Map.of(2026, THIS_YEAR))
                .with(
                    List.of("journalctl"),
                    0,
                    "",
                    "Hint: You are currently not seeing messages from other users and the system."));

    assertEquals(
        Detection.found(List.of("flatpak history")).remarking(JournalImporter.HIDDEN),
        importer().detect(machine));
    assertTrue(
        reasons(CollectedSightings.of(importer(), machine)).contains(JournalImporter.HIDDEN));
  }

  @Test
  void asksNoProgramOfThisMachineAboutAnother() {
    ScriptedPrograms programs = programs(Map.of(2026, THIS_YEAR));
    SourceMachine other =
        new SourceMachine(Path.of("/elsewhere"), List.of(), BERLIN, NOW, programs);

    assertEquals(Detection.absent(), importer().detect(other));
    assertEquals(List.of(), CollectedSightings.of(importer(), other).sightings());
    assertEquals(List.of(), programs.asked());
  }
}
