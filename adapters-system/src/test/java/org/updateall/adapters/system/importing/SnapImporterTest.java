package org.updateall.adapters.system.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.importing.CollectedSightings;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.HistoryImporterContract;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SightedStep;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

class SnapImporterTest extends HistoryImporterContract {

  private static final String CHANGES =
      """
      ID   Status  Spawn                      Ready                      Summary
      11   Done    2026-11-19T06:12:01+01:00  2026-11-19T06:13:20+01:00  Auto-refresh snap "hull"
      12   Done    2026-11-19T07:00:00+01:00  2026-11-19T07:00:09+01:00  Install "oar" snap
      13   Error   2026-11-19T08:00:00+01:00  2026-11-19T08:00:30+01:00  Refresh snaps "keel", "sail"
      14   Done    2026-11-19T09:00:00Z       2026-11-19T09:00:00Z       Refresh all snaps: no updates
      15   Doing   2026-11-19T10:00:00Z       -                          Refresh "hull" snap
      16   Done    2026-11-19T11:00:00Z       2026-11-19T10:59:00Z       Refresh "hull" snap
      17   Done    9999-11-19T11:00:00Z       9999-11-19T11:59:00Z       Refresh "hull" snap
      18   Done    1970-01-01T00:00:09Z       2026-11-19T10:59:00Z       Refresh "hull" snap
      19   Done    2026-99-19T11:00:00Z       2026-11-19T10:59:00Z       Refresh "hull" snap
      20   Done    2026-08-19T11:00:00Z       2026-11-19T10:59:00Z       Refresh "hull" snap
      """;

  private static final String ONE =
      """
      Status  Spawn                      Ready                      Summary
      Done    2026-11-19T06:12:01+01:00  2026-11-19T06:12:02+01:00  Ensure prerequisites for "hull" are available
      Done    2026-11-19T06:12:01+01:00  2026-11-19T06:12:41+01:00  Download snap "hull" (7) from channel "latest/stable"
      Done    2026-11-19T06:12:01+01:00  2026-11-19T06:13:00+01:00  Make snap "hull" (7) available to the system
      Done    2026-11-19T06:12:01+01:00  2026-11-19T06:13:20+01:00  Start snap "hull" (7) services
      """;

  private static final String TWO =
      """
      Status  Spawn                      Ready                      Summary
      Done    2026-11-19T08:00:00+01:00  2026-11-19T08:00:10+01:00  Download snap "keel" (2) from channel "latest/stable"
      Done    2026-11-19T08:00:00+01:00  2026-11-19T08:00:20+01:00  Make snap "keel" (2) available to the system
      Error   2026-11-19T08:00:00+01:00  2026-11-19T08:00:30+01:00  Download snap "sail" (3) from channel "latest/stable"
      Hold    2026-11-19T08:00:00+01:00  2026-11-19T08:00:30+01:00  Make snap "sail" (3) available to the system

      ......................................................................
      Download snap "sail" (3) from channel "latest/stable"

      2026-11-19T08:00:30+01:00 ERROR no \u001B[31mspace\u001B[0m left
      """;

  @Override
  protected HistoryImporter importer() {
    return new SnapImporter();
  }

  @Override
  protected SourceMachine machine() {
    return machine(
        programs(0, CHANGES, "")
            .with(List.of("snap", "change", "11"), 0, ONE, "")
            .with(List.of("snap", "change", "13"), 0, TWO, ""));
  }

  private static ScriptedPrograms programs(int exitCode, String output, String error) {
    return ScriptedPrograms.none()
        .with(List.of("snap", "changes", "--abs-time"), exitCode, output, error);
  }

  private static SourceMachine machine(ScriptedPrograms programs) {
    Instant now = Instant.parse("2026-11-20T12:00:00Z");
    return new SourceMachine(Path.of("/"), List.of(), ZoneOffset.UTC, now, programs);
  }

  private CollectedSightings read(ScriptedPrograms programs) {
    return CollectedSightings.of(importer(), machine(programs));
  }

  @Test
  void readsARefreshOfOneSnapWithItsDownload() {
    Sighting sighting = CollectedSightings.of(importer(), machine()).sightings().get(0);
    Instant start = Instant.parse("2026-11-19T05:12:01Z");
    Instant downloaded = Instant.parse("2026-11-19T05:12:41Z");
    Instant end = Instant.parse("2026-11-19T05:13:20Z");

    assertEquals("2026-11-19T05:12:01Z-11", sighting.nativeId());
    assertEquals(new PluginName("snap"), sighting.plugin());
    assertEquals(Extent.SESSION, sighting.extent());
    assertEquals(ExecutionStatus.SUCCESS, sighting.status());
    assertEquals(start, sighting.start());
    assertEquals(end, sighting.end());
    assertEquals(1, sighting.packagesUpdated());
    assertNull(sighting.packagesAnnounced());
    assertNull(sighting.errorMessage());
    assertEquals(
        List.of(
            SightedStep.between("download", StepPhase.DOWNLOAD, start, downloaded),
            SightedStep.between("refresh", StepPhase.EXECUTE, downloaded, end)),
        sighting.steps());
  }

  @Test
  void tellsWhatWentWrongAndGuessesNoStepsOfSeveralSnaps() {
    Sighting sighting = CollectedSightings.of(importer(), machine()).sightings().get(1);

    assertEquals(ExecutionStatus.FAILED, sighting.status());
    assertEquals("no space left", sighting.errorMessage());
    assertEquals(1, sighting.packagesUpdated());
    assertEquals(List.of(), sighting.steps());
  }

  @Test
  void skipsWhatIsNoFinishedRefresh() {
    CollectedSightings collected = CollectedSightings.of(importer(), machine());

    assertEquals(2, collected.sightings().size());
    assertEquals(
        List.of(
            "found nothing to refresh, and does not tell how long it looked",
            "has no end yet and may still be under way",
            "ended before it began: the clock was set back meanwhile",
            "lies in the future",
            "began before February 2000, when its clock was not set",
            "took more than a week: the clock was set meanwhile"),
        collected.skipped().stream().map(SkippedRecord::reason).toList());
  }

  @Test
  void keepsARefreshWhoseTasksCannotBeRead() {
    CollectedSightings collected =
        read(
            programs(0, CHANGES.lines().limit(2).reduce("", (a, b) -> a + b + "\n"), "")
                .with(List.of("snap", "change", "11"), 1, ONE, "error: gone"));

    assertNull(collected.sightings().get(0).packagesUpdated());
    assertEquals(List.of(), collected.sightings().get(0).steps());
    assertEquals(
        List.of(
            new SkippedRecord(
                "snap change 11", null, "cannot be read: snap ended with 1: error: gone")),
        collected.skipped());
  }

  @Test
  void saysThatSnapdDoesNotAnswerAndNothingWhereThereWereNoChanges() {
    assertEquals(
        "cannot be read: snap ended with 1: error: cannot connect",
        read(programs(1, "", "error: cannot connect")).skipped().get(0).reason());
    assertEquals(List.of(), read(programs(1, "", "error: no changes found")).skipped());
  }

  @Test
  void asksNoProgramOfThisMachineAboutAnother() {
    ScriptedPrograms programs = programs(0, CHANGES, "");
    SourceMachine other =
        new SourceMachine(
            Path.of("/elsewhere"), List.of(), ZoneOffset.UTC, machine().now(), programs);

    assertTrue(CollectedSightings.of(importer(), other).sightings().isEmpty());
    assertEquals(List.of(), programs.asked());
  }
}
