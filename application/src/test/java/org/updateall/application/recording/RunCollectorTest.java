package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.updateall.application.Histories;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

final class RunCollectorTest {

  private static final PluginName APT = new PluginName("apt");
  private static final PluginName SNAP = new PluginName("snap");

  private final InMemoryRunHistory history = Histories.empty().history();
  private final InMemoryRunJournal.Place place = new InMemoryRunJournal.Place(history);
  private final FailingJournal journal = new FailingJournal(new InMemoryRunJournal(place, 1));
  private final SettableClock clock = new SettableClock(Runs.NOON);
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // It may run over.
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(3));
  private final CollectRun collectRun = new CollectRun(journal, ids, clock, nanos::get);

  @Test
  void recordsWhatItWasTold() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", "ada", null);
    pass(1);
    collector.startPluginExecution(APT);
    collector.recordEstimate(APT, StepPhase.EXECUTE, AnnouncedFigures.of(5, 50_000_000L));
    collector.startStep(APT, "update", StepPhase.EXECUTE);
    pass(3);
    collector.endStep(APT, "update", ResourceUsage.builder().downloadSizeBytes(1024L).build());
    collector.endPluginExecution(APT, ExecutionEnd.success().withPackages(5, null));
    pass(1);

    assertEquals(Option.some(RecordOutcome.ADDED), collector.endRun());

    Run run = history.find(collector.runId()).get();
    assertTrue(run.sameContentAs(collector.run()));
    assertEquals("ada", run.username());
    assertEquals(Option.some(Duration.ofSeconds(5)), run.duration());
    PluginExecution execution = run.executions().get(0);
    assertEquals(Option.some(3.0), execution.wallClockSeconds());
    assertEquals(Option.some(1024L), execution.downloadSizeBytes());
    assertEquals(5, execution.packagesUpdated());
    assertEquals(50_000_000L, execution.estimates().get(0).downloadBytes());
    assertEquals(List.of(), journal.runsUnderWay());
  }

  @Test
  void aClockThatIsSetMeanwhileMakesNoDurationWrong() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    collector.startPluginExecution(APT);
    collector.startStep(APT, "update", StepPhase.EXECUTE);
    clock.advance(Duration.ofDays(-400));
    pass(2);
    collector.endStep(APT, "update", ResourceUsage.unmeasured());
    collector.endPluginExecution(APT, ExecutionEnd.success());
    clock.advance(Duration.ofDays(9_000));
    collector.endRun();

    Run run = history.find(collector.runId()).get();
    assertEquals(Option.some(2.0), run.executions().get(0).wallClockSeconds());
    assertEquals(Runs.NOON, run.startTime());
    assertEquals(Runs.NOON.plusSeconds(2), run.endTime());
  }

  @Test
  void everyChangeIsNotedBeforeTheAnswer() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    assertNoted(collector);
    collector.expectPlugin(SNAP);
    assertNoted(collector);
    collector.startPluginExecution(APT);
    assertNoted(collector);
    collector.recordEstimate(APT, StepPhase.CHECK, AnnouncedFigures.of(1, null));
    assertNoted(collector);
    collector.startStep(APT, "update", StepPhase.EXECUTE);
    assertNoted(collector);
    collector.endStep(APT, "update", ResourceUsage.unmeasured());
    assertNoted(collector);
    collector.endPluginExecution(APT, ExecutionEnd.success());
    assertNoted(collector);
    collector.endPluginExecution(SNAP, ExecutionEnd.skipped());
    assertNoted(collector);
    assertEquals(8, journal.notes);

    assertThrows(
        IllegalStateException.class, () -> collector.startStep(APT, "again", StepPhase.EXECUTE));
    assertEquals(8, journal.notes);
  }

  @Test
  void aRunWhoseProcessDiesIsStoredAsAbandonedByTheNext() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    collector.expectPlugin(SNAP);
    collector.startPluginExecution(APT);
    collector.startStep(APT, "update", StepPhase.EXECUTE);
    place.end(1);

    Settlement settlement = new InMemoryRunJournal(place, 2).settle();

    assertEquals(1, settlement.abandoned().size());
    Run kept = history.find(collector.runId()).get();
    assertEquals(PluginExecution.ABANDONED, execution(kept, APT).errorMessage());
    assertEquals(ExecutionStatus.SKIPPED, execution(kept, SNAP).status());
    assertEquals("update", execution(kept, APT).steps().get(0).stepName());
  }

  @Test
  void anInterruptedRunIsKeptAsFarAsItCame() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    collector.startPluginExecution(APT);
    collector.startStep(APT, "update", StepPhase.EXECUTE);
    collector.expectPlugin(SNAP);
    pass(4);

    assertEquals(Option.some(RecordOutcome.ADDED), collector.interrupt("interrupted by Ctrl-C"));

    Run kept = history.find(collector.runId()).get();
    assertEquals(Runs.NOON.plusSeconds(4), kept.endTime());
    assertEquals("interrupted by Ctrl-C", execution(kept, APT).errorMessage());
    assertEquals(ExecutionStatus.SKIPPED, execution(kept, SNAP).status());
    assertRefused("it ended at", () -> collector.interrupt("again"));
    assertRefused("it ended at", collector::endRun);
    assertRefused("it ended at", collector::withdraw);
  }

  @Test
  void aRunThatIsLeftInTheMiddleIsInterrupted() {
    RunId runId;
    try (RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null)) {
      runId = collector.runId();
      collector.startPluginExecution(APT);
    }

    PluginExecution execution = execution(history.find(runId).get(), APT);
    assertEquals(ExecutionStatus.FAILED, execution.status());
    assertEquals("interrupted: it was left before it had ended", execution.errorMessage());
  }

  @Test
  void leavingARunThatHasEndedChangesNothing() {
    Run ended;
    try (RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null)) {
      collector.endRun();
      ended = collector.run();
    }

    assertTrue(history.find(ended.runId()).get().sameContentAs(ended));
    assertEquals(1, history.counts().runs());
  }

  @Test
  void aWithdrawnRunLeavesNothingAndTakesNothing() {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    collector.startPluginExecution(APT);

    collector.withdraw();
    collector.close();

    assertEquals(List.of(), journal.runsUnderWay());
    assertEquals(0, history.counts().runs());
    assertRefused("was withdrawn; begin another run", () -> collector.startPluginExecution(SNAP));
    assertRefused("was withdrawn; begin another run", collector::endRun);
    assertRefused("was withdrawn; begin another run", collector::withdraw);
  }

  @Test
  void aJournalThatFailsStopsNobodyAndIsToldOf() {
    journal.failing = true;
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    assertEquals("disk full", collector.unnoted().get().getMessage());
    collector.startPluginExecution(APT);
    collector.endPluginExecution(APT, ExecutionEnd.success());
    assertThrows(HistoryUnavailable.class, collector::endRun);
    assertEquals(null, collector.run().endTime());

    journal.failing = false;
    collector.startPluginExecution(SNAP);
    assertTrue(collector.unnoted().isEmpty());
    collector.endPluginExecution(SNAP, ExecutionEnd.success());

    assertEquals(Option.some(RecordOutcome.ADDED), collector.endRun());
    assertEquals(2, history.find(collector.runId()).get().successfulPlugins());
  }

  @Test
  void aRunIsSafeThoughSomebodyElseUsesTheStore() {
    place.busy(true);
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);

    assertEquals(Option.none(), collector.endRun());

    assertFalse(history.find(collector.runId()).isDefined());
    assertEquals(1, journal.settle().stored());
  }

  @Test
  void severalRunsOfOneProcessHaveNothingToDoWithEachOther() {
    List<RunCollector> collectors = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      collectors.add(collectRun.start(ids.nextRunId(), "host-" + i, null, null));
      collectors.get(i).startPluginExecution(APT);
    }
    collectors.get(1).withdraw();
    collectors.get(0).endPluginExecution(APT, ExecutionEnd.success());
    collectors.get(0).endRun();

    assertEquals(
        List.of(collectors.get(2).runId()),
        journal.runsUnderWay().stream().map(each -> each.run().runId()).toList());
    assertEquals("host-0", history.find(collectors.get(0).runId()).get().hostname());
    assertTrue(collectors.get(0).runId().compareTo(collectors.get(2).runId()) < 0);
  }

  private void assertNoted(RunCollector collector) {
    assertEquals(
        List.of(collector.run()), journal.runsUnderWay().stream().map(RunUnderWay::run).toList());
  }

  private static void assertRefused(String message, Executable misuse) {
    String refusal = String.valueOf(assertThrows(IllegalStateException.class, misuse).getMessage());
    assertTrue(refusal.contains(message), refusal);
  }

  private static PluginExecution execution(Run run, PluginName plugin) {
    return run.executions().stream()
        .filter(each -> each.pluginName().equals(plugin))
        .findFirst()
        .orElseThrow();
  }

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  /** A journal that can be used or not, and counts what it was told. */
  private static final class FailingJournal extends ForwardingJournal {

    private boolean failing;
    private int notes;

    private FailingJournal(RunJournal journal) {
      super(journal);
    }

    @Override
    public void underWay(Run run) {
      requireWorking();
      notes++;
      super.underWay(run);
    }

    @Override
    public Option<RecordOutcome> accept(Run run) {
      requireWorking();
      return super.accept(run);
    }

    @Override
    public void withdraw(RunId runId) {
      requireWorking();
      super.withdraw(runId);
    }

    private void requireWorking() {
      if (failing) {
        throw new HistoryUnavailable("disk full");
      }
    }
  }
}
