package org.updateall.application.inspecting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Runs;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.HistoryImporter;
import org.updateall.domain.importing.ScriptedPrograms;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SourceMachine;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.metering.Figure;
import org.updateall.domain.metering.ScriptedCommandRunner;
import org.updateall.domain.storage.InMemoryStoreUpkeep;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.updating.Applicability;
import org.updateall.domain.updating.Applicability.Verdict;
import org.updateall.domain.updating.InMemoryPluginCatalogue;
import org.updateall.domain.updating.ScriptedPlugin;

final class ExamineMachineTest {

  private static final SourceMachine MACHINE =
      new SourceMachine(
          Path.of("/"), List.of(), ZoneOffset.UTC, Instant.EPOCH, ScriptedPrograms.none());

  private final InMemoryRunHistory history = Histories.empty().history();
  private final InMemoryRunJournal journal =
      new InMemoryRunJournal(new InMemoryRunJournal.Place(history), 1);
  private final InMemoryPluginCatalogue catalogue = new InMemoryPluginCatalogue();
  private final ScriptedCommandRunner runner = new ScriptedCommandRunner(Histories.CLOCK);
  private final List<HistoryImporter> importers = new ArrayList<>();
  private StoreUpkeep upkeep = new InMemoryStoreUpkeep(history, Path.of("/history.duckdb"));

  @Test
  void aHistoryThatIsNotThereYetIsNoProblem() {
    ExaminedHistory found = examine().history();

    assertTrue(found.isNotThereYet());
    assertNull(found.problem());
  }

  @Test
  void tellsWhatIsStoredAndWhatIsUnderWay() {
    Runs.many(3).forEach(history::record);
    journal.underWay(Runs.run(77).build());

    ExaminedHistory found = examine().history();

    assertFalse(found.isNotThereYet());
    assertEquals(Runs.many(3).get(0).startTime(), assertNotNullSummary(found).oldestRun());
    assertEquals(1, found.underWay().size());
    assertEquals(0, found.waiting());
  }

  @Test
  void aHistoryThatCannotBeUsedDoesNotKeepTheRestFromBeingTold() {
    StoreUpkeep damaged = mock(StoreUpkeep.class);
    when(damaged.summary()).thenThrow(new HistoryUnavailable("it is damaged; repair it"));
    upkeep = damaged;
    catalogue.add(plugin("apt", Applicability.applies()));

    MachineExamination found = examine();

    assertEquals("it is damaged; repair it", found.history().problem());
    assertFalse(found.history().isNotThereYet());
    assertEquals(1, found.plugins().size());
  }

  @Test
  void looksAtPluginsWithoutAskingThemForUpdates() {
    catalogue
        .add(plugin("apt", Applicability.applies()))
        .add(plugin("brew", Applicability.doesNotApply("there is no brew")))
        .add(plugin("tool", Applicability.unknown("it does not answer")))
        .disable(new PluginName("npm"))
        .refuse(new PluginName("broken"));

    MachineExamination found = examine();

    assertEquals(
        List.of(Verdict.APPLIES, Verdict.DOES_NOT_APPLY, Verdict.UNKNOWN),
        found.plugins().stream().map(each -> each.applicability().verdict()).toList());
    assertEquals(List.of(new PluginName("npm")), found.disabled());
    assertEquals(Path.of("broken"), found.refused().get(0).file());
    assertEquals(List.of(), runner.commands());
  }

  @Test
  void tellsWhatCanBeMeasured() {
    assertTrue(examine().metering().methods().containsKey(Figure.WALL_CLOCK));
    assertEquals(List.of(), examine().missingMeans());
  }

  @Test
  void looksForSourcesAndReadsNone() {
    importers.add(new Source("apt", false, () -> Detection.found(List.of("/var/log/apt"))));
    importers.add(new Source("zsh", true, Detection::absent));
    importers.add(
        new Source(
            "alien",
            false,
            () -> {
              throw new IllegalStateException("a defect");
            }));

    List<ExaminedSource> found = examine().sources();

    assertEquals(List.of("apt", "zsh", "alien"), found.stream().map(ExaminedSource::id).toList());
    assertEquals(Detection.found(List.of("/var/log/apt")), found.get(0).detection());
    assertTrue(found.get(1).onlyWhenNamed());
    assertEquals(Detection.State.UNREADABLE, found.get(2).detection().state());
    assertTrue(String.valueOf(found.get(2).detection().remark()).contains("a defect"));
  }

  @Test
  void aHistoryIsNotTellingAndUnusableAtOnce() {
    Runs.many(1).forEach(history::record);
    var summary = upkeep.summary().get();

    assertThrows(
        IllegalArgumentException.class,
        () -> new ExaminedHistory(summary, List.of(), 0, "it is damaged"));
  }

  private static StoreSummary assertNotNullSummary(ExaminedHistory found) {
    var summary = found.summary();
    assertNotNull(summary);
    return summary;
  }

  private MachineExamination examine() {
    return new ExamineMachine(upkeep, journal, catalogue, runner, importers).examine(MACHINE);
  }

  /** One that must not be asked what updates wait. */
  private static ScriptedPlugin plugin(String name, Applicability applicability) {
    return new ScriptedPlugin(
            new PluginName(name),
            limit -> {
              throw new AssertionError("asked for updates: " + name);
            })
        .saying(applicability);
  }

  private record Source(String id, boolean onlyWhenNamed, Supplier<Detection> detection)
      implements HistoryImporter {

    @Override
    public String description() {
      return id + ", made up";
    }

    @Override
    public Detection detect(SourceMachine machine) {
      return detection.get();
    }

    @Override
    public void read(SourceMachine machine, @Nullable Instant since, SightingSink sink) {
      throw new AssertionError("read: " + id);
    }
  }
}
