package org.updateall.application.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.importing.Sightings.at;
import static org.updateall.domain.importing.Sightings.begun;
import static org.updateall.domain.importing.Sightings.sighting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Progress;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.Detection.State;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

class ImportSystemHistoryTest {

  private static final SourceMachine MACHINE =
      new SourceMachine(
          Path.of("/"), List.of(), ZoneOffset.UTC, at(1_000_000), ScriptedPrograms.none());

  private final InMemoryRunHistory history = new InMemoryRunHistory(new SettableClock(at(0)));
  private final Source apt = new Source("apt");
  private final Source journal = new Source("journal");
  private final Source shell = new Source("zsh-history");

  /** A source that remembers what a test says. */
  private static final class Source implements HistoryImporter {

    private final String id;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<SkippedRecord> skipped = new ArrayList<>();
    private Detection detection = Detection.found(List.of("/var/log/it"));
    private @Nullable RuntimeException failure;
    private @Nullable RuntimeException detectionFailure;

    Source(String id) {
      this.id = id;
    }

    Source remembers(Sighting... all) {
      sightings.clear();
      sightings.addAll(Arrays.asList(all));
      return this;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String description() {
      return "what a test says";
    }

    @Override
    public boolean onlyWhenNamed() {
      return id.equals("zsh-history");
    }

    @Override
    public Detection detect(SourceMachine machine) {
      if (detectionFailure != null) {
        throw detectionFailure;
      }
      return detection;
    }

    @Override
    public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
      sightings.forEach(sink::take);
      skipped.forEach(sink::skip);
      if (failure != null) {
        throw failure;
      }
    }
  }

  private SystemImportReport imported() {
    return imported(false, null);
  }

  private SystemImportReport imported(boolean dryRun, @Nullable Instant since, String... sources) {
    return new ImportSystemHistory(List.of(apt, journal, shell), history)
        .importHistory(
            new SystemImportRequest(MACHINE, "atlas", List.of(sources), since, dryRun),
            Progress.none());
  }

  private List<Run> stored() {
    return history.recent(HistoryFilter.everything(), 100);
  }

  private PluginExecution only() {
    assertEquals(1, stored().size());
    return stored().get(0).executions().get(0);
  }

  private static List<String> sources(PluginExecution execution) {
    return Objects.requireNonNull(execution.provenance()).sources();
  }

  @Test
  void storesEveryUpdateOnceHoweverOftenItIsBroughtIn() {
    apt.remembers(
        sighting("apt", Extent.TRANSACTION, 0, 10), sighting("apt", Extent.TRANSACTION, 100, 130));

    SystemImportReport first = imported();
    SystemImportReport again = imported();

    assertEquals(Map.of(new PluginName("apt"), 2L), first.added());
    assertEquals(2, Objects.requireNonNull(first.recorded()).after().runs());
    assertEquals(0, again.addedInAll());
    assertEquals(2, again.alreadyThere());
    assertNull(again.recorded());
    assertEquals(2, stored().size());
    assertEquals("atlas", stored().get(0).hostname());
  }

  @Test
  void aDryRunStoresNothing() {
    apt.remembers(sighting("apt", Extent.TRANSACTION, 0, 10));

    SystemImportReport report = imported(true, null);

    assertEquals(1, report.addedInAll());
    assertNull(report.recorded());
    assertEquals(List.of(), stored());
  }

  @Test
  void whatALogNoLongerHoldsIsNotTakenBack() {
    apt.remembers(sighting("apt", Extent.TRANSACTION, 0, 10));
    imported();
    apt.remembers(sighting("apt", Extent.TRANSACTION, 100, 130));

    assertEquals(1, imported().addedInAll());

    assertEquals(2, stored().size());
  }

  @Test
  void aKnownUpdateIsCompletedByASourceThatTellsMore() {
    apt.remembers(sighting("apt", Extent.TRANSACTION, 20, 30));
    imported();
    journal.remembers(sighting("journal", Extent.SESSION, 0, 31));

    SystemImportReport report = imported();

    assertEquals(1, report.completed());
    assertEquals(Coverage.WHOLE, only().coverage());
    assertEquals(List.of("apt", "journal"), sources(only()));
    assertEquals(31.0, only().wallClockSeconds().get());
  }

  @Test
  void whatASourceToldStaysOnceItHasForgotten() {
    apt.remembers(sighting("apt", Extent.TRANSACTION, 20, 30));
    journal.remembers(sighting("journal", Extent.SESSION, 0, 31));
    imported();
    PluginExecution complete = only();
    journal.remembers();

    assertEquals(1, imported().alreadyThere());

    assertEquals(complete, only());
  }

  @Test
  void anUpdateFirstKnownFromALesserSourceKeepsItsIdentity() {
    journal.remembers(sighting("journal", Extent.SESSION, 0, 31));
    imported();
    PluginExecution lesser = only();
    apt.remembers(sighting("apt", Extent.TRANSACTION, 0, 30));

    assertEquals(1, imported().completed());

    assertEquals(lesser.executionId(), only().executionId());
    assertEquals(List.of("apt", "journal"), sources(only()));
    assertEquals(1, imported().alreadyThere());
  }

  @Test
  void whatUpdateAllRanItselfIsNotStoredAgain() {
    Run own =
        Runs.run()
            .startingAt(at(0))
            .endingAt(at(100))
            .on("atlas")
            .executing(Runs.execution("apt").startingAt(at(0)).endingAt(at(100)))
            .build();
    history.record(own);
    apt.remembers(
        sighting("apt", Extent.TRANSACTION, 40, 90), sighting("apt", Extent.TRANSACTION, 300, 310));

    SystemImportReport report = imported();

    assertEquals(1, report.recordedBefore());
    assertEquals(1, report.addedInAll());
    assertEquals(own.runId(), history.find(own.runId()).get().runId());
  }

  @Test
  void runsOfOtherMachinesAndPluginsAreInNobodysWay() {
    history.record(
        Runs.run()
            .startingAt(at(0))
            .on("hermes")
            .executing(Runs.execution("apt").startingAt(at(0)).endingAt(at(100)))
            .build());
    history.record(
        Runs.run(2)
            .startingAt(at(0))
            .on("atlas")
            .executing(Runs.execution("snap").startingAt(at(0)).endingAt(at(100)))
            .build());
    apt.remembers(sighting("apt", Extent.TRANSACTION, 40, 90));

    assertEquals(1, imported().addedInAll());
  }

  @Test
  void severalTransactionsWithinASecondStaySeveral() {
    apt.remembers(
        sighting("apt", Extent.TRANSACTION, 5, 5),
        begun("apt", Extent.TRANSACTION, 6).ended(ExecutionStatus.SUCCESS, at(5), at(5)));

    assertEquals(2, imported().addedInAll());
    assertEquals(2, imported().alreadyThere());
  }

  @Test
  void updatesBeforeATimeAreLeftOut() {
    apt.remembers(
        sighting("apt", Extent.TRANSACTION, 0, 10), sighting("apt", Extent.TRANSACTION, 100, 130));

    SystemImportReport report = imported(false, at(100));

    assertEquals(1, report.addedInAll());
    assertEquals(1, report.sources().get(0).found());
  }

  @Test
  void privateSourcesAreReadOnlyWhereTheyAreNamed() {
    shell.remembers(sighting("zsh-history", Extent.SESSION, 0, 10));

    assertEquals(2, imported().sources().size());
    assertEquals(1, imported(false, null, "zsh-history").addedInAll());
  }

  @Test
  void aSourceThatThereIsNotIsRefusedWithThoseThatThereAre() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> imported(false, null, "rpm"));

    assertEquals(
        "there is no source 'rpm'; there are apt, journal, zsh-history", refusal.getMessage());
  }

  @Test
  void aSourceThatCannotBeReadDoesNotStopTheOthers() {
    apt.failure = new UncheckedIOException("the disk is gone", new IOException());
    apt.remembers(sighting("apt", Extent.TRANSACTION, 0, 10));
    journal.failure = new IllegalStateException("a defect");
    journal.remembers(sighting("journal", Extent.SESSION, 1000, 1010));

    SystemImportReport report = imported();

    assertEquals(2, report.addedInAll());
    assertTrue(
        String.valueOf(report.sources().get(0).failure()).contains("the disk is gone"),
        report.toString());
    assertTrue(
        String.valueOf(report.sources().get(1).failure()).contains("a defect"), report.toString());
  }

  @Test
  void whatIsFoundIsWhatCanBeReadAndNeedNotBeNamed() {
    ImportSystemHistory system = new ImportSystemHistory(List.of(apt, journal, shell), history);
    assertEquals(List.of(apt, journal), system.found(MACHINE));

    journal.detectionFailure = new IllegalStateException("a defect");
    assertEquals(List.of(apt), system.found(MACHINE));
    assertEquals(State.UNREADABLE, GuardedDetection.of(journal, MACHINE).state());

    apt.detection = Detection.unreadable(List.of("/var/log/it"), "only for adm");
    assertEquals(List.of(), system.found(MACHINE));
  }

  @Test
  void aSourceThatIsAbsentOrClosedIsNotRead() {
    apt.detection = Detection.absent();
    apt.failure = new IllegalStateException("it was read");
    journal.detection = Detection.unreadable(List.of("/var/log/journal"), "only for adm");

    List<SourceReport> sources = imported().sources();

    assertNull(sources.get(0).failure());
    assertEquals(State.UNREADABLE, sources.get(1).detection().state());
  }

  @Test
  void tellsWhatWasSkippedAndOfManyTheFirst() {
    for (long line = 1; line <= SourceReport.MAX_SKIPPED + 5; line++) {
      apt.skipped.add(new SkippedRecord("/var/log/it", line, "has no end"));
    }

    SourceReport report = imported().sources().get(0);

    assertEquals(SourceReport.MAX_SKIPPED + 5, report.skippedCount());
    assertEquals(SourceReport.MAX_SKIPPED, report.skipped().size());
    assertEquals(1L, report.skipped().get(0).line());
  }

  @Test
  void sessionsOfSeveralTransactionsAreToldOfAndNotStored() {
    apt.remembers(
        sighting("apt", Extent.TRANSACTION, 5, 10), sighting("apt", Extent.TRANSACTION, 15, 20));
    journal.remembers(sighting("journal", Extent.SESSION, 0, 31));

    SystemImportReport report = imported();

    assertEquals(1, report.sessionsLeftOut());
    assertEquals(2, report.addedInAll());
  }
}
