package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;

/** What {@link HistoryQueries} promises; every implementation runs it whole. */
public abstract class HistoryQueriesContract extends RetrievalContract {

  private static final HostScope EVERY_HOST = HostScope.everyHost();
  private static final double TOLERANCE = 1e-12;

  // Empty

  @Test
  void aNewStoreHasNoHostsHistoriesOrStatistics() {
    assertEquals(List.of(), queries.hosts());
    assertEquals(List.of(), histories(EVERY_HOST));
    assertEquals(List.of(), histories(HostScope.only("workstation")));
    assertEquals(List.of(), queries.pluginStatistics(EVERYTHING));
    assertEquals(List.of(), queries.pluginStatistics(EVERYTHING.on(HostScope.only("workstation"))));
  }

  @Test
  void runsWithoutExecutionsHaveAHostAndNoPlugin() {
    record(run());

    assertEquals(List.of("workstation"), queries.hosts());
    assertEquals(List.of(), histories(EVERY_HOST));
    assertEquals(List.of(), queries.pluginStatistics(EVERYTHING));
  }

  // Hosts

  @Test
  void namesEveryHostOnceInOrder() {
    record(run(1).on("b"));
    record(run(2).on("a"));
    record(run(3).on("b"));
    record(run(4).on("B"));
    record(run(5).on("\uFF5E"));
    record(run(6).on("😀"));

    assertEquals(List.of("B", "a", "b", "😀", "\uFF5E"), queries.hosts());
  }

  // One row per execution

  @Test
  void anExecutionOfThreeStepsIsOneRowOfTheirSum() {
    record(
        run()
            .executing(
                execution("apt")
                    .updating(5, 100)
                    .with(
                        step("refresh").in(StepPhase.CHECK).lasting(5),
                        step("download").in(StepPhase.DOWNLOAD).lasting(15),
                        step("upgrade").lasting(40))));

    assertEquals(60.0, onlyOutcome().wallClockSeconds());
    assertEquals(5, onlyOutcome().packagesUpdated());
    PluginStatistics statistics = onlyStatistics();
    assertEquals(1, statistics.executions());
    assertEquals(5, statistics.packagesUpdated());
    assertSummary(1, 60, 60, 60, null, statistics.wallClockSeconds());
  }

  @Test
  void announcementsDoNotMultiplyAnExecution() {
    history.record(Runs.complete());

    assertEquals(
        List.of(1, 1), histories(EVERY_HOST).stream().map(h -> h.executions().size()).toList());
    assertEquals(
        List.of(1L, 1L),
        queries.pluginStatistics(EVERYTHING).stream().map(PluginStatistics::executions).toList());
  }

  @Test
  void aRowSaysWhatTheExecutionAmountsTo() {
    Run complete = Runs.complete();
    Run sparse = run(2).executing(execution("apt")).build();
    history.record(complete);
    history.record(sparse);

    List<PluginHistory> histories = histories(EVERY_HOST);

    assertEquals(
        List.of(
            ExecutionOutcome.of(sparse, sparse.executions().get(0)),
            ExecutionOutcome.of(complete, complete.executions().get(0))),
        histories.get(0).executions());
    assertEquals(
        List.of(ExecutionOutcome.of(complete, complete.executions().get(1))),
        histories.get(1).executions());
  }

  @Test
  void stepsAreSummedInTheirOrderToTheLastBit() {
    Run run =
        run()
            .executing(
                execution("apt")
                    .with(
                        step("a").using(seconds(0.1, 1e11, 0.3)),
                        step("b").using(seconds(1e11, 0.1, 0.7)),
                        step("c").using(seconds(0.3, 0.2, 1e11)),
                        step("d").using(seconds(0.7, 0.6, 0.1))))
            .build();
    history.record(run);

    assertEquals(ExecutionOutcome.of(run, run.executions().get(0)), onlyOutcome());
  }

  @ParameterizedTest
  @EnumSource
  void aRowTellsTheStatus(ExecutionStatus status) {
    record(run().executing(execution("apt", 3).ending(status)));

    assertEquals(status, onlyOutcome().status());
    assertEquals(Map.of(status, 1L), onlyStatistics().executionsByStatus());
  }

  @Test
  void repeatsOfAPluginWithinARunAreRowsOfTheirOwn() {
    record(run().executing(execution("apt", 1), execution("apt", 2)));

    assertEquals(2, onlyHistory().executions().size());
    assertEquals(2, onlyStatistics().executions());
  }

  // Elapsed time

  @Test
  void elapsedTimeIsEndMinusStartWhereNoStepTells() {
    record(run().executing(between("12:00:00.000001", "12:00:43.500001")));

    assertEquals(43.5, onlyOutcome().wallClockSeconds());
  }

  @Test
  void aStepThatWasNotMeasuredCountsFromItsStartToItsEnd() {
    record(
        run()
            .executing(
                between("12:00:00", "13:00:00")
                    .with(
                        step("refresh")
                            .startingAt("2026-01-05T12:00:00Z")
                            .endingAt("2026-01-05T12:00:02.250000Z"),
                        step("upgrade").lasting(10),
                        step("open").startingAt("2026-01-05T12:00:00Z"))));

    assertEquals(12.25, onlyOutcome().wallClockSeconds());
  }

  @Test
  void aMeasuredElapsedTimeIsBelievedBeforeStartAndEnd() {
    record(
        run()
            .executing(
                execution("apt")
                    .with(
                        step("upgrade")
                            .startingAt("2026-01-05T12:00:00Z")
                            .endingAt("2026-01-05T12:00:05Z")
                            .lasting(0))));

    assertEquals(0.0, onlyOutcome().wallClockSeconds());
  }

  @Test
  void elapsedTimeIsAbsentWhereNothingTells() {
    record(
        run().executing(execution("apt").startingAt("2026-01-05T12:00:00Z").with(step("upgrade"))));

    assertNull(onlyOutcome().wallClockSeconds());
    assertNull(onlyStatistics().wallClockSeconds());
  }

  @Test
  void elapsedTimeSpansTheWholeCalendar() {
    record(
        run()
            .executing(
                execution("apt")
                    .startingAt("0001-01-01T00:00:00Z")
                    .endingAt("9999-12-31T23:59:59Z")));

    assertEquals(315_537_897_599.0, onlyOutcome().wallClockSeconds());
  }

  // The other measures

  @Test
  void cpuTimeIsUserAndKernelTimeOfAllStepsThatMeasuredBoth() {
    record(
        run()
            .executing(
                execution("apt")
                    .with(
                        step("a").using(ResourceUsage.builder().cpuSeconds(1.5, 0.25)),
                        step("b").using(ResourceUsage.builder().cpuSeconds(100.0, null)),
                        step("c").using(ResourceUsage.builder().cpuSeconds(2.0, 0.5)))));

    assertEquals(4.25, onlyOutcome().cpuSeconds());
  }

  @Test
  void memoryIsTheLargestPeakAndDownloadTheSum() {
    record(
        run()
            .executing(
                execution("apt")
                    .with(
                        step("a").using(memoryAndDownload(300L, 7L)),
                        step("b").using(memoryAndDownload(100L, 5L)),
                        step("c").using(memoryAndDownload(null, null)))));

    assertEquals(300L, onlyOutcome().memoryPeakBytes());
    assertEquals(12L, onlyOutcome().downloadSizeBytes());
  }

  @Test
  void measuresThatNoStepMadeAreAbsentAndThoseOfZeroAreZero() {
    record(run().executing(execution("absent", 1)));
    record(
        run(2)
            .executing(
                execution("zero")
                    .with(
                        step("a")
                            .using(
                                ResourceUsage.builder()
                                    .cpuSeconds(0.0, 0.0)
                                    .memoryBytes(0L, 0L)
                                    .downloadSizeBytes(0L)))));

    List<PluginHistory> histories = histories(EVERY_HOST);
    ExecutionOutcome absent = histories.get(0).executions().get(0);
    ExecutionOutcome zero = histories.get(1).executions().get(0);
    assertNull(absent.cpuSeconds());
    assertNull(absent.memoryPeakBytes());
    assertNull(absent.downloadSizeBytes());
    assertNull(absent.packagesUpdated());
    assertEquals(0.0, zero.cpuSeconds());
    assertEquals(0L, zero.memoryPeakBytes());
    assertEquals(0L, zero.downloadSizeBytes());
    assertNull(queries.pluginStatistics(EVERYTHING).get(0).memoryPeakBytes());
    assertSummary(1, 0, 0, 0, null, queries.pluginStatistics(EVERYTHING).get(1).memoryPeakBytes());
  }

  @Test
  void theGreatestFiguresAreNoTrouble() {
    for (int number = 1; number <= 3; number++) {
      record(
          run(number)
              .executing(
                  execution("apt")
                      .updating(Integer.MAX_VALUE, Integer.MAX_VALUE)
                      .with(
                          step("a")
                              .using(
                                  ResourceUsage.builder()
                                      .wallClockSeconds(1e12)
                                      .cpuSeconds(1e12, 1e12)
                                      .memoryBytes(Long.MAX_VALUE, Long.MAX_VALUE)
                                      .downloadSizeBytes(Long.MAX_VALUE)))));
    }

    assertEquals(Long.MAX_VALUE, onlyHistory().executions().get(0).downloadSizeBytes());
    PluginStatistics statistics = onlyStatistics();
    assertEquals(3L * Integer.MAX_VALUE, statistics.packagesUpdated());
    assertSummary(3, 0x1p63, 0x1p63, 0x1p63, 0.0, statistics.memoryPeakBytes());
    assertSummary(3, 2e12, 2e12, 2e12, 0.0, statistics.cpuSeconds());
  }

  // Order and hosts

  @Test
  void pluginsComeByName() {
    record(
        run()
            .executing(
                execution("\uFF5E"),
                execution("😀"),
                execution("b"),
                execution("a"),
                execution("B")));

    List<String> sorted = List.of("B", "a", "b", "😀", "\uFF5E");
    assertEquals(
        sorted, histories(EVERY_HOST).stream().map(each -> each.plugin().value()).toList());
    assertEquals(
        sorted,
        queries.pluginStatistics(EVERYTHING).stream().map(each -> each.plugin().value()).toList());
  }

  @Test
  void executionsComeOldestFirstWhateverTheOrderOfRecording() {
    record(run(3).executing(between("12:00:03", "12:00:09")));
    record(run(1).executing(between("12:00:01", "12:00:09")));
    record(run(2).executing(between("12:00:02", "12:00:09")));

    assertEquals(
        List.of(at("12:00:01"), at("12:00:02"), at("12:00:03")),
        onlyHistory().executions().stream().map(ExecutionOutcome::startedAt).toList());
  }

  @Test
  void executionsThatBeganTogetherComeByIdentity() {
    List<String> ids =
        List.of(
            "80000000-0000-0000-0000-000000000000",
            "7fffffff-0000-0000-8000-000000000000",
            "7fffffff-0000-0000-7000-000000000000");
    for (int i = 0; i < ids.size(); i++) {
      ExecutionId id = new ExecutionId(UUID.fromString(ids.get(i)));
      record(run(i).executing(execution("apt").identifiedBy(id)));
    }

    assertEquals(
        List.of(ids.get(2), ids.get(1), ids.get(0)),
        onlyHistory().executions().stream().map(each -> each.executionId().toString()).toList());
  }

  @Test
  void anExecutionWithoutAStartBeganWithItsRun() {
    record(run(1).startingAt(at("12:00:02")).executing(execution("apt", 1)));
    record(run(2).startingAt(at("12:00:00")).executing(between("12:00:01", "12:00:09")));

    assertEquals(
        List.of(at("12:00:01"), at("12:00:02")),
        onlyHistory().executions().stream().map(ExecutionOutcome::startedAt).toList());
    assertEquals(at("12:00:01"), onlyStatistics().first());
    assertEquals(at("12:00:02"), onlyStatistics().last());
  }

  @Test
  void oneHostsHistoryHoldsItsOwnExecutionsAlone() {
    record(run(1).on("a").executing(execution("apt", 1)));
    record(run(2).on("b").executing(execution("apt", 2), execution("cargo", 3)));

    HostScope onlyA = HostScope.only("a");
    assertEquals(1, histories(onlyA).size());
    PluginHistory apt = histories(onlyA).get(0);
    assertEquals(new PluginName("apt"), apt.plugin());
    assertEquals(List.of("a"), apt.executions().stream().map(ExecutionOutcome::hostname).toList());
    assertEquals(1, queries.pluginStatistics(EVERYTHING.on(onlyA)).get(0).executions());
    assertEquals(2, histories(EVERY_HOST).get(0).executions().size());
    assertEquals(2, queries.pluginStatistics(EVERYTHING).get(0).executions());
    assertEquals(List.of(), histories(HostScope.only("A")));
    assertEquals(List.of(), queries.pluginStatistics(EVERYTHING.on(HostScope.only("' OR 1=1 --"))));
  }

  @Test
  void anUpdatedRunCountsAsItIsNow() {
    record(run().executing(execution("apt", 1), execution("cargo", 1)));
    record(run().executing(execution("apt", 2)));

    assertEquals(2.0, onlyOutcome().wallClockSeconds());
    assertEquals(1, onlyStatistics().executions());
  }

  // Statistics

  @Test
  void statisticsAreThoseOfSuccessfulExecutions() {
    record(run(1).executing(execution("apt", 10).updating(1, null)));
    record(run(2).executing(execution("apt", 1000).updating(2, 9).failingWith("no", 1)));
    record(run(3).executing(execution("apt", 2000).updating(4, 9).ending(ExecutionStatus.TIMEOUT)));
    record(run(4).executing(execution("apt", 20).updating(null, 9)));
    record(run(5).executing(execution("apt", 5000).ending(ExecutionStatus.RUNNING)));
    record(run(6).executing(execution("apt").ending(ExecutionStatus.SKIPPED)));
    record(run(7).executing(execution("apt").ending(ExecutionStatus.PENDING)));

    PluginStatistics statistics = onlyStatistics();

    assertEquals(
        Map.of(
            ExecutionStatus.SUCCESS, 2L,
            ExecutionStatus.FAILED, 1L,
            ExecutionStatus.TIMEOUT, 1L,
            ExecutionStatus.RUNNING, 1L,
            ExecutionStatus.SKIPPED, 1L,
            ExecutionStatus.PENDING, 1L),
        statistics.executionsByStatus());
    assertEquals(7, statistics.executions());
    assertEquals(0.5, statistics.successRate().get());
    assertEquals(7, statistics.packagesUpdated());
    assertSummary(2, 15, 15, 19.5, Math.sqrt(50), statistics.wallClockSeconds());
  }

  @Test
  void quantilesInterpolateLinearlyBetweenOrderStatistics() {
    double[] seconds = {40, 10, 30, 20};
    for (int i = 0; i < seconds.length; i++) {
      record(
          run(i)
              .executing(
                  execution("apt")
                      .with(
                          step("a")
                              .using(
                                  ResourceUsage.builder()
                                      .wallClockSeconds(seconds[i])
                                      .cpuSeconds(seconds[i] / 10, 0.0)
                                      .memoryBytes((long) seconds[i] + 1, null)
                                      .downloadSizeBytes((long) (seconds[i] * 1000))))));
    }

    PluginStatistics statistics = onlyStatistics();
    double deviation = Math.sqrt(500 / 3.0);
    assertSummary(4, 25, 25, 38.5, deviation, statistics.wallClockSeconds());
    assertSummary(4, 2.5, 2.5, 3.85, deviation / 10, statistics.cpuSeconds());
    assertSummary(4, 26, 26, 39.5, deviation, statistics.memoryPeakBytes());
    assertSummary(4, 25e3, 25e3, 38.5e3, deviation * 1000, statistics.downloadSizeBytes());
  }

  @Test
  void aSingleValueHasNoStandardDeviation() {
    record(run().executing(execution("apt", 7)));

    assertSummary(1, 7, 7, 7, null, onlyStatistics().wallClockSeconds());
  }

  @Test
  void aPluginThatNeverSucceededHasCountsAndNoMeasures() {
    record(run().executing(execution("apt", 7).ending(ExecutionStatus.FAILED)));

    PluginStatistics statistics = onlyStatistics();
    assertEquals(1, statistics.executions());
    assertNull(statistics.wallClockSeconds());
    assertEquals(0.0, statistics.successRate().get());
  }

  @Test
  void aThousandRunsMakeAThousandRows() {
    history.recordAll(Runs.many(1000).iterator());

    List<ExecutionOutcome> rows = onlyHistory().executions();
    assertEquals(1000, rows.size());
    assertEquals(1.0, rows.get(0).wallClockSeconds());
    assertEquals(1000.0, rows.get(999).wallClockSeconds());
    assertSummary(
        1000,
        500.5,
        500.5,
        950.05,
        Math.sqrt(1000 * 1001 / 12.0),
        onlyStatistics().wallClockSeconds());
  }

  @Test
  void answersSeveralThreads() throws Exception {
    history.recordAll(Runs.many(50).iterator());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> questions = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        questions.add(() -> onlyHistory().executions().size());
      }
      for (Future<Integer> answer : threads.invokeAll(questions)) {
        assertEquals(50, answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  // What the tests are made of

  /** One plugin's rows of its training table, whatever their status. */
  private record PluginHistory(PluginName plugin, List<ExecutionOutcome> executions) {}

  private List<PluginHistory> histories(HostScope host) {
    return queries.trainingTables(EVERYTHING.on(host), ZoneOffset.UTC).stream()
        .map(
            table ->
                new PluginHistory(
                    table.plugin(), table.rows().stream().map(TrainingRow::outcome).toList()))
        .toList();
  }

  private PluginHistory onlyHistory() {
    List<PluginHistory> histories = histories(EVERY_HOST);
    assertEquals(1, histories.size());
    return histories.get(0);
  }

  private ExecutionOutcome onlyOutcome() {
    List<ExecutionOutcome> outcomes = onlyHistory().executions();
    assertEquals(1, outcomes.size());
    return outcomes.get(0);
  }

  private PluginStatistics onlyStatistics() {
    List<PluginStatistics> statistics = queries.pluginStatistics(EVERYTHING);
    assertEquals(1, statistics.size());
    return statistics.get(0);
  }

  private static ExecutionBuilder between(String start, String end) {
    return execution("apt").startingAt(at(start)).endingAt(at(end));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-05T" + time + "Z");
  }

  private static ResourceUsage seconds(double wallClock, double user, double kernel) {
    return ResourceUsage.builder().wallClockSeconds(wallClock).cpuSeconds(user, kernel).build();
  }

  private static ResourceUsage memoryAndDownload(@Nullable Long memory, @Nullable Long download) {
    return ResourceUsage.builder().memoryBytes(memory, null).downloadSizeBytes(download).build();
  }

  private static void assertSummary(
      long count,
      double mean,
      double median,
      double percentile95,
      @Nullable Double standardDeviation,
      @Nullable MeasureSummary actual) {
    assertNotNull(actual);
    assertEquals(count, actual.count());
    assertClose(mean, actual.mean());
    assertClose(median, actual.median());
    assertClose(percentile95, actual.percentile95());
    if (standardDeviation == null) {
      assertNull(actual.standardDeviation());
    } else {
      assertNotNull(actual.standardDeviation());
      assertClose(standardDeviation, actual.standardDeviation());
    }
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, Math.max(1, Math.abs(expected)) * TOLERANCE);
  }
}
