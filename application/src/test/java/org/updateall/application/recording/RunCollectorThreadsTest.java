package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.updateall.application.Histories;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.InMemoryRunJournal;
import org.updateall.domain.journal.RunJournal;

/** Plugins at the same time, each at its own random pace, some of them telling nonsense. */
final class RunCollectorThreadsTest {

  private static final int THREADS = 6;
  private static final int PLUGINS_EACH = 4;

  private final InMemoryRunHistory history = Histories.empty().history();
  private final RememberingJournal journal =
      new RememberingJournal(new InMemoryRunJournal(new InMemoryRunJournal.Place(history), 1));
  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), new SplittableRandom(5));
  private final CollectRun collectRun =
      new CollectRun(journal, ids, Clock.systemUTC(), System::nanoTime);

  /** What one thread told of one plugin. */
  private record Told(PluginName plugin, int steps, int estimates, ExecutionEnd end) {}

  @RepeatedTest(20)
  void whatIsToldOnManyThreadsIsKeptWholeAndInOrder(RepetitionInfo repetition) throws Exception {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    List<Told> told = tellOnManyThreads(collector, repetition.getCurrentRepetition());

    assertEquals(Option.some(RecordOutcome.ADDED), collector.endRun());

    Run run = history.find(collector.runId()).get();
    assertEquals(THREADS * PLUGINS_EACH, run.totalPlugins());
    told.forEach(each -> assertKept(each, run));
    assertEquals(List.of(), journal.runsUnderWay());
    assertGrowing(journal.noted);
  }

  @RepeatedTest(10)
  void aRunThatIsInterruptedMeanwhileIsRecordedOnceAndNotedNoMore(RepetitionInfo repetition)
      throws Exception {
    RunCollector collector = collectRun.start(ids.nextRunId(), "workstation", null, null);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Boolean>> ended = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        ended.add(threads.submit(() -> tellUntilRefused(collector, thread)));
      }
      Thread.sleep(repetition.getCurrentRepetition());
      collector.interrupt("stopped");
      for (Future<Boolean> each : ended) {
        assertTrue(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    Run run = history.find(collector.runId()).get();
    assertTrue(run.isOver());
    assertTrue(run.executions().stream().allMatch(each -> each.status().isOver()));
    assertTrue(run.sameContentAs(collector.run()));
    assertEquals(List.of(), journal.runsUnderWay());
  }

  private static boolean tellUntilRefused(RunCollector collector, int thread) {
    for (int i = 0; ; i++) {
      PluginName plugin = new PluginName("plugin-%d-%d".formatted(thread, i));
      try {
        collector.startPluginExecution(plugin);
        collector.startStep(plugin, "update", StepPhase.EXECUTE);
        collector.endStep(plugin, "update", ResourceUsage.unmeasured());
        collector.endPluginExecution(plugin, ExecutionEnd.success());
      } catch (IllegalStateException over) {
        return String.valueOf(over.getMessage()).contains("it ended at");
      }
    }
  }

  private static List<Told> tellOnManyThreads(RunCollector collector, int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<Told>>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        SplittableRandom own = random.split();
        all.add(
            threads.submit(
                () -> {
                  together.await();
                  return tellOfPlugins(collector, thread, own);
                }));
      }
      List<Told> told = new ArrayList<>();
      for (Future<List<Told>> each : all) {
        told.addAll(each.get());
      }
      return told;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Told> tellOfPlugins(
      RunCollector collector, int thread, SplittableRandom random) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < PLUGINS_EACH; i++) {
      told.add(tell(collector, new PluginName("plugin-%d-%d".formatted(thread, i)), random));
    }
    return told;
  }

  private static Told tell(RunCollector collector, PluginName plugin, SplittableRandom random) {
    if (random.nextBoolean()) {
      collector.expectPlugin(plugin);
    }
    collector.startPluginExecution(plugin);
    int estimates = random.nextInt(3);
    for (int i = 0; i < estimates; i++) {
      collector.recordEstimate(plugin, StepPhase.DOWNLOAD, AnnouncedFigures.of(i, null));
    }
    int steps = random.nextInt(4);
    for (int i = 0; i < steps; i++) {
      collector.startStep(plugin, "step " + i, StepPhase.EXECUTE);
      if (random.nextInt(3) == 0) {
        assertThrows(
            IllegalStateException.class,
            () -> collector.startStep(plugin, "nonsense", StepPhase.EXECUTE));
        assertThrows(
            IllegalStateException.class,
            () -> collector.endPluginExecution(plugin, ExecutionEnd.success()));
        assertThrows(IllegalStateException.class, collector::endRun);
      }
      collector.endStep(
          plugin, "step " + i, ResourceUsage.builder().downloadSizeBytes((long) i).build());
    }
    ExecutionEnd end =
        random.nextBoolean()
            ? ExecutionEnd.success().withPackages(random.nextInt(100), null)
            : ExecutionEnd.failed("no luck").withExitCode(random.nextInt(256));
    collector.endPluginExecution(plugin, end);
    return new Told(plugin, steps, estimates, end);
  }

  private static void assertKept(Told told, Run run) {
    PluginExecution execution =
        run.executions().stream()
            .filter(each -> each.pluginName().equals(told.plugin()))
            .findFirst()
            .orElseThrow();
    assertEquals(told.end().status(), execution.status());
    assertEquals(told.end().packagesUpdated(), execution.packagesUpdated());
    assertEquals(told.end().exitCode(), execution.exitCode());
    assertEquals(told.estimates(), execution.estimates().size());
    assertEquals(told.steps(), execution.steps().size());
    List<Instant> times = new ArrayList<>(List.of(known(execution.startTime())));
    for (int i = 0; i < told.steps(); i++) {
      StepMetrics step = execution.steps().get(i);
      assertEquals("step " + i, step.stepName());
      assertEquals((long) i, step.usage().downloadSizeBytes());
      times.addAll(List.of(known(step.startTime()), known(step.endTime())));
    }
    times.add(known(execution.endTime()));
    assertEquals(times.stream().sorted().toList(), times);
  }

  private static Instant known(@Nullable Instant time) {
    return Objects.requireNonNull(time);
  }

  /** Nothing old was ever written over something new. */
  private static void assertGrowing(List<Run> noted) {
    int before = 0;
    for (Run run : noted) {
      int now = run.executions().stream().mapToInt(RunCollectorThreadsTest::changes).sum();
      assertTrue(now >= before, "%d after %d".formatted(now, before));
      before = now;
    }
    assertTrue(noted.size() > THREADS);
  }

  private static int changes(PluginExecution execution) {
    int ended = (int) execution.steps().stream().filter(step -> step.endTime() != null).count();
    return (execution.startTime() == null ? 0 : 1)
        + (execution.endTime() == null ? 0 : 1)
        + execution.estimates().size()
        + execution.steps().size()
        + ended;
  }

  /** Keeps everything that was noted, in order. */
  private static final class RememberingJournal extends ForwardingJournal {

    private final List<Run> noted = new ArrayList<>();

    private RememberingJournal(RunJournal journal) {
      super(journal);
    }

    @Override
    public synchronized void underWay(Run run) {
      noted.add(run);
      super.underWay(run);
    }
  }
}
