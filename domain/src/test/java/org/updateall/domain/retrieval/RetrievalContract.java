package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.updateall.domain.history.ExecutionStatus.FAILED;
import static org.updateall.domain.history.ExecutionStatus.PENDING;
import static org.updateall.domain.history.ExecutionStatus.RUNNING;
import static org.updateall.domain.history.ExecutionStatus.SKIPPED;
import static org.updateall.domain.history.ExecutionStatus.SUCCESS;
import static org.updateall.domain.history.ExecutionStatus.TIMEOUT;
import static org.updateall.domain.history.Runs.announcement;
import static org.updateall.domain.history.Runs.execution;
import static org.updateall.domain.history.Runs.run;
import static org.updateall.domain.history.Runs.step;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunBuilder;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepPhase;

/**
 * What {@link HistoryQueries} promises of filters, activity, periods, series, announcements and
 * training tables. Run as part of {@link HistoryQueriesContract}.
 */
public abstract class RetrievalContract {

  static final HistoryFilter EVERYTHING = HistoryFilter.everything();

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final double TOLERANCE = 1e-12;
  private static final int MANY = 1_500;

  RunHistory history;
  HistoryQueries queries;

  /** The two ports to one store. */
  public record Store(RunHistory history, HistoryQueries queries) {}

  /** A store without runs. */
  protected abstract Store emptyStore();

  @BeforeEach
  void openStore() {
    Store store = emptyStore();
    history = store.history();
    queries = store.queries();
  }

  // Filters

  @Test
  void aStoreWithoutRunsAnswersEverythingWithNothing() {
    assertEquals(new ActivityTally().activity(), queries.activity(EVERYTHING));
    assertEquals(List.of(), queries.activityByPeriod(EVERYTHING, PeriodLength.DAY, UTC));
    assertEquals(
        List.of(),
        queries.distributionByPeriod(EVERYTHING, Measure.WALL_CLOCK, PeriodLength.DAY, UTC));
    assertEquals(List.of(), queries.recentExecutions(EVERYTHING, 10));
    assertEquals(List.of(), queries.executionSeries(EVERYTHING, Measure.WALL_CLOCK));
    assertEquals(List.of(), queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, null));
    assertEquals(List.of(), queries.announcementAccuracy(EVERYTHING));
    assertEquals(List.of(), queries.trainingTables(EVERYTHING, UTC));
  }

  @Test
  void onlyExecutionsOfThePluginsHostAndStatusesAreMeant() {
    record(run(1).on("a").executing(execution("apt", 1), execution("snap", 2)));
    record(run(2).on("b").executing(execution("apt", 4), execution("cargo", 8).ending(FAILED)));
    record(run(3).on("a").executing(execution("apt", 16).ending(TIMEOUT)));

    assertSumOfSeconds(31, EVERYTHING);
    assertSumOfSeconds(21, EVERYTHING.ofPlugins("apt"));
    assertSumOfSeconds(23, EVERYTHING.ofPlugins("apt", "snap"));
    assertSumOfSeconds(19, EVERYTHING.on(HostScope.only("a")));
    assertSumOfSeconds(24, EVERYTHING.ending(FAILED, TIMEOUT));
    assertSumOfSeconds(1, EVERYTHING.ofPlugins("apt").on(HostScope.only("a")).ending(SUCCESS));
    assertSumOfSeconds(0, EVERYTHING.ofPlugins("Apt"));
    assertSumOfSeconds(0, EVERYTHING.on(HostScope.only("A")));
  }

  @Test
  void aPeriodHoldsItsFirstInstantAndNotItsLast() {
    record(run(1).executing(begun("2026-01-05T11:59:59.999999Z", 1)));
    record(run(2).executing(begun("2026-01-05T12:00:00Z", 2)));
    record(run(3).executing(begun("2026-01-05T12:59:59.999999Z", 4)));
    record(run(4).executing(begun("2026-01-05T13:00:00Z", 8)));

    Instant noon = Instant.parse("2026-01-05T12:00:00Z");
    Instant one = Instant.parse("2026-01-05T13:00:00Z");
    assertSumOfSeconds(14, EVERYTHING.from(noon));
    assertSumOfSeconds(7, EVERYTHING.until(one));
    assertSumOfSeconds(6, EVERYTHING.from(noon).until(one));
    assertSumOfSeconds(0, EVERYTHING.from(noon).until(noon));
  }

  @Test
  void anExecutionWithoutAStartIsInThePeriodOfItsRun() {
    record(run(1).startingAt("2026-01-05T12:00:00Z").executing(execution("apt", 1)));

    Instant noon = Instant.parse("2026-01-05T12:00:00Z");
    assertSumOfSeconds(1, EVERYTHING.from(noon));
    assertSumOfSeconds(0, EVERYTHING.until(noon));
  }

  @Test
  void namesInAnyScriptAndOfAnyCharactersAreTakenAsTheyAre() {
    List<String> names = List.of("数据 😀", "it's", "a,b", "%", ":plugins", "<measure>", "\"; --");
    int number = 0;
    for (String name : names) {
      number++;
      record(run(number).on(name).executing(execution(name).with(step(name).lasting(1 << number))));
    }

    number = 0;
    for (String name : names) {
      number++;
      assertSumOfSeconds(1 << number, EVERYTHING.ofPlugins(name).on(HostScope.only(name)));
      List<SeriesPoint> steps = queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, name);
      assertEquals(List.of((double) (1 << number)), values(steps));
    }
  }

  @Test
  void withAPhaseOnlyItsStepsCount() {
    record(
        run()
            .executing(
                execution("apt")
                    .startingAt("2026-01-05T12:00:00Z")
                    .endingAt("2026-01-05T12:30:00Z")
                    .with(
                        step("a").in(StepPhase.CHECK).using(usage(1.0, 100L, 7L)),
                        step("b").in(StepPhase.DOWNLOAD).using(usage(2.0, 50L, 11L)),
                        step("c").in(StepPhase.DOWNLOAD).using(usage(4.0, 60L, 13L)))));

    HistoryFilter download = EVERYTHING.in(StepPhase.DOWNLOAD);
    PluginStatistics statistics = queries.pluginStatistics(download).get(0);
    assertEquals(6, requireSummary(statistics.wallClockSeconds()).sum());
    assertEquals(60, requireSummary(statistics.memoryPeakBytes()).sum());
    assertEquals(24, requireSummary(statistics.downloadSizeBytes()).sum());
    assertEquals(6.0, queries.recentExecutions(download, 1).get(0).outcome().wallClockSeconds());
    assertEquals(List.of(2.0, 4.0), values(queries.stepSeries(download, Measure.WALL_CLOCK, null)));
    assertSumOfSeconds(1, EVERYTHING.in(StepPhase.CHECK));
  }

  @Test
  void endMinusStartIsNoTimeOfAPhase() {
    record(
        run()
            .executing(
                execution("apt")
                    .startingAt("2026-01-05T12:00:00Z")
                    .endingAt("2026-01-05T12:30:00Z")
                    .with(step("a").in(StepPhase.CHECK).lasting(1), step("b"))));

    HistoryFilter execute = EVERYTHING.in(StepPhase.EXECUTE);
    assertNull(queries.recentExecutions(execute, 1).get(0).outcome().wallClockSeconds());
    assertNull(queries.pluginStatistics(execute).get(0).wallClockSeconds());
    assertEquals(1, queries.pluginStatistics(execute).get(0).executions());
    assertEquals(0, queries.activity(execute).wallClockSeconds().count());
    assertEquals(List.of(), queries.executionSeries(execute, Measure.WALL_CLOCK));
    assertNull(onlyTable(execute, UTC).rows().get(0).outcome().wallClockSeconds());
  }

  @Test
  void statisticsOfOtherStatusesHaveCountsAndNoMeasures() {
    record(run(1).executing(execution("apt", 1)));
    record(run(2).executing(execution("apt", 2).updating(3, null).ending(FAILED)));

    PluginStatistics failed = queries.pluginStatistics(EVERYTHING.ending(FAILED)).get(0);
    assertEquals(Map.of(FAILED, 1L), failed.executionsByStatus());
    assertEquals(3, failed.packagesUpdated());
    assertNull(failed.wallClockSeconds());
  }

  // Activity

  @Test
  void activityIsOfExecutionsOfEveryStatus() {
    record(
        run(1)
            .executing(
                execution("apt").updating(5, 9).with(step("a").using(usage(10.0, 100L, 1L))),
                execution("snap")
                    .updating(2, 9)
                    .ending(FAILED)
                    .with(
                        step("a").using(usage(3.0, 300L, 2L)),
                        step("b").using(usage(4.0, 200L, null)))));
    record(
        run(2)
            .executing(
                execution("apt").ending(TIMEOUT),
                execution("apt").ending(SKIPPED),
                execution("apt").ending(RUNNING),
                execution("apt").ending(PENDING)));

    Activity activity = queries.activity(EVERYTHING);

    assertEquals(2, activity.runs());
    assertEquals(6, activity.executions());
    assertEquals(
        Map.of(SUCCESS, 1L, FAILED, 1L, TIMEOUT, 1L, SKIPPED, 1L, RUNNING, 1L, PENDING, 1L),
        activity.executionsByStatus());
    assertEquals(Option.some(1 / 3.0), activity.successRate());
    assertEquals(new MeasureTotal(2, 17, 10.0), activity.wallClockSeconds());
    assertEquals(8.5, activity.wallClockSeconds().mean());
    assertEquals(MeasureTotal.NONE, activity.cpuSeconds());
    assertEquals(new MeasureTotal(2, 400, 300.0), activity.memoryPeakBytes());
    assertEquals(new MeasureTotal(2, 3, 2.0), activity.downloadSizeBytes());
    assertEquals(7, activity.packagesUpdated());
    assertEquals(2, activity.plugins());
  }

  @Test
  void runsCountByTheirOwnBeginAndIfOneOfTheirExecutionsIsMeant() {
    record(run(1).startingAt("2026-01-05T12:00:00Z"));
    record(
        run(2)
            .startingAt("2026-01-05T13:00:00Z")
            .executing(execution("apt", 1), execution("snap", 1).ending(FAILED)));

    assertEquals(2, queries.activity(EVERYTHING).runs());
    assertEquals(0, queries.activity(EVERYTHING.on(HostScope.only("other"))).runs());
    assertEquals(1, queries.activity(EVERYTHING.ofPlugins("apt")).runs());
    assertEquals(0, queries.activity(EVERYTHING.ofPlugins("apt").ending(FAILED)).runs());
    assertEquals(
        1, queries.activity(EVERYTHING.until(Instant.parse("2026-01-05T13:00:00Z"))).runs());
  }

  @Test
  void aRunAndItsExecutionsCountWhereEachBegan() {
    record(
        run()
            .startingAt("2026-01-05T23:50:00Z")
            .executing(
                begun("2026-01-05T23:59:59.999999Z", 1).updating(2, null),
                begun("2026-01-06T00:00:00Z", 4)));

    List<PeriodActivity> days = queries.activityByPeriod(EVERYTHING, PeriodLength.DAY, UTC);

    assertEquals(
        List.of(
            period("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z"),
            period("2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z")),
        days.stream().map(PeriodActivity::period).toList());
    assertEquals(List.of(1L, 0L), each(days, Activity::runs));
    assertEquals(List.of(1L, 1L), each(days, Activity::executions));
    assertEquals(List.of(2L, 0L), each(days, Activity::packagesUpdated));
    assertEquals(List.of(1.0, 4.0), each(days, day -> day.wallClockSeconds().sum()));
    assertEquals(List.of(1L, 1L), each(days, Activity::plugins));
  }

  @Test
  void theSuccessTrendIsThatOfFinishedAttempts() {
    record(run(1).executing(begun("2026-01-05T12:00:00Z", 1), begun("2026-01-05T13:00:00Z", 1)));
    record(
        run(2)
            .executing(
                begun("2026-01-06T12:00:00Z", 1),
                begun("2026-01-06T12:00:00Z", 1).ending(FAILED),
                begun("2026-01-06T12:00:00Z", 1).ending(RUNNING)));
    record(run(3).executing(begun("2026-01-07T12:00:00Z", 1).ending(SKIPPED)));

    assertEquals(
        List.of(Option.some(1.0), Option.some(0.5), Option.none()),
        each(
            queries.activityByPeriod(EVERYTHING.from(Runs.NOON), PeriodLength.DAY, UTC),
            Activity::successRate));
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
    "HOUR, Europe/Berlin, 2026-10-25T01:30:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
    "HOUR, Asia/Kathmandu, 2026-01-05T12:00:00Z, 2026-01-05T11:15:00Z, 2026-01-05T12:15:00Z",
    "HOUR, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-04T14:00:00Z, 2026-04-04T15:30:00Z",
    "HOUR, Australia/Lord_Howe, 2026-10-03T15:45:00Z, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z",
    "DAY, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "DAY, Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "DAY, America/Sao_Paulo, 2018-11-04T03:00:00Z, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "DAY, America/St_Johns, 2010-11-07T02:45:00Z, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z",
    "DAY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
    "WEEK, Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-22T23:00:00Z, 2026-03-29T22:00:00Z",
    "MONTH, America/New_York, 2026-03-01T05:00:00Z, 2026-03-01T05:00:00Z, 2026-04-01T04:00:00Z",
    "MONTH, America/New_York, 2026-03-01T04:59:59Z, 2026-02-01T05:00:00Z, 2026-03-01T05:00:00Z"
  })
  void periodsAreThoseOfTheClockOfTheZone(
      PeriodLength length, ZoneId zone, String begin, String from, String until) {
    record(run().startingAt("2000-01-01T00:00:00Z").executing(begun(begin, 1)));

    List<PeriodActivity> periods = queries.activityByPeriod(EVERYTHING, length, zone);

    assertEquals(period(from, until), periods.get(periods.size() - 1).period());
    assertEquals(
        List.of(period(from, until)),
        queries.distributionByPeriod(EVERYTHING, Measure.WALL_CLOCK, length, zone).stream()
            .map(PeriodDistribution::period)
            .toList());
  }

  @Test
  void theDayOfAClockChangeHas23Or25Hours() {
    Instant springs = Instant.parse("2026-03-28T23:00:00Z");
    Instant falls = Instant.parse("2026-10-24T22:00:00Z");
    for (int i = 0; i < 30; i++) {
      Duration later = Duration.ofHours(i);
      record(run(i).startingAt(springs.plus(later)).executing(execution("spring", 1)));
      record(run(100 + i).startingAt(falls.plus(later)).executing(execution("fall", 1)));
    }

    assertEquals(
        List.of(23L, 7L), each(daysIn(BERLIN, EVERYTHING.ofPlugins("spring")), Activity::runs));
    assertEquals(
        List.of(25L, 5L), each(daysIn(BERLIN, EVERYTHING.ofPlugins("fall")), Activity::runs));
    assertEquals(60, queries.activityByPeriod(EVERYTHING, PeriodLength.HOUR, BERLIN).size());
  }

  // Distributions

  @Test
  void distributionsAreOfExecutionsPluginByPluginAndPeriodByPeriod() {
    record(
        run(1)
            .executing(
                begun("2026-01-05T12:00:00Z", 10).with(step("b").lasting(30)),
                begun("2026-01-05T13:00:00Z", 10),
                begun("2026-01-06T12:00:00Z", 7).ending(FAILED),
                execution("a", 1).startingAt("2026-01-06T12:00:00Z"),
                execution("unmeasured").startingAt("2026-01-06T12:00:00Z")));

    List<PeriodDistribution> days =
        queries.distributionByPeriod(EVERYTHING, Measure.WALL_CLOCK, PeriodLength.DAY, UTC);

    Period fifth = period("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");
    Period sixth = period("2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z");
    assertEquals(
        List.of("a", "apt", "apt"), days.stream().map(day -> day.plugin().value()).toList());
    assertEquals(
        List.of(sixth, fifth, sixth), days.stream().map(PeriodDistribution::period).toList());
    MeasureSummary summary = days.get(1).summary();
    assertEquals(2, summary.count());
    assertEquals(10, summary.minimum());
    assertEquals(40, summary.maximum());
    assertEquals(50, summary.sum());
    assertEquals(25, summary.mean());
    assertEquals(25, summary.median(), TOLERANCE);
    assertEquals(38.5, summary.percentile95(), 38.5 * TOLERANCE);
    assertClose(Math.sqrt(450), summary.standardDeviation());
    assertEquals(new MeasureSummary(1, 7, 7, 7, 7, 7, null), days.get(2).summary());
    assertEquals(
        2,
        queries
            .distributionByPeriod(
                EVERYTHING.ending(SUCCESS), Measure.WALL_CLOCK, PeriodLength.MONTH, UTC)
            .size());
  }

  // Recent executions

  @Test
  void recentExecutionsTellEverythingOfAnExecution() {
    Run run = Runs.complete();
    history.record(run);

    RecentExecution apt = queries.recentExecutions(EVERYTHING.ofPlugins("apt"), 10).get(0);

    assertEquals(run.runId(), apt.runId());
    assertEquals(new PluginName("apt"), apt.plugin());
    ExecutionOutcome expected = ExecutionOutcome.of(run, run.executions().get(0));
    assertEquals(expected.executionId(), apt.outcome().executionId());
    assertEquals(expected.startedAt(), apt.outcome().startedAt());
    assertEquals(FAILED, apt.outcome().status());
    assertEquals("workstation", apt.outcome().hostname());
    assertClose(61.350001, apt.outcome().wallClockSeconds());
    assertClose(1.75, apt.outcome().cpuSeconds());
    assertEquals(104_857_600L, apt.outcome().memoryPeakBytes());
    assertEquals(17L, apt.outcome().downloadSizeBytes());
    assertEquals(17, apt.outcome().packagesUpdated());
    assertEquals(2345, apt.outcome().packagesTotal());
    assertEquals(Instant.parse("2026-01-05T12:10:02.000003Z"), apt.endTime());
    assertEquals("E: could not fetch\nthe list", apt.errorMessage());
    assertEquals(100, apt.exitCode());
    RecentExecution cargo = queries.recentExecutions(EVERYTHING.ofPlugins("cargo"), 10).get(0);
    assertNull(cargo.endTime());
    assertNull(cargo.errorMessage());
    assertNull(cargo.exitCode());
    assertEquals(run.startTime(), cargo.outcome().startedAt());
  }

  @Test
  void recentExecutionsComeNewestFirstAndTheLimitCountsThem() {
    record(
        run(1)
            .executing(
                begun("2026-01-05T12:00:01Z", 1).with(step("b").lasting(1), step("c").lasting(1)),
                begun("2026-01-05T12:00:03Z", 3)));
    record(run(2).executing(begun("2026-01-05T12:00:02Z", 2)));

    assertEquals(List.of(3.0, 2.0, 3.0), recentSeconds(10));
    assertEquals(List.of(3.0, 2.0), recentSeconds(2));
    assertEquals(List.of(), recentSeconds(0));
    assertThrows(IllegalArgumentException.class, () -> queries.recentExecutions(EVERYTHING, -1));
  }

  @Test
  void ofExecutionsThatBeganTogetherTheGreaterThenThatOfTheGreaterRunComesFirst() {
    ExecutionId small = new ExecutionId(UUID.fromString("7fffffff-0000-0000-8000-000000000000"));
    ExecutionId great = new ExecutionId(UUID.fromString("80000000-0000-0000-0000-000000000000"));
    record(run(1).executing(execution("apt", 1).identifiedBy(great)));
    record(run(3).executing(execution("apt", 3).identifiedBy(small)));
    record(run(2).executing(execution("apt", 2).identifiedBy(great)));

    assertEquals(List.of(2.0, 1.0, 3.0), recentSeconds(10));
    assertEquals(List.of(2.0), recentSeconds(1));
    assertEquals(
        List.of(3.0, 1.0, 2.0), values(queries.executionSeries(EVERYTHING, Measure.WALL_CLOCK)));
    assertEquals(
        List.of(3.0, 1.0, 2.0),
        onlyTable(EVERYTHING, UTC).rows().stream()
            .map(row -> row.outcome().wallClockSeconds())
            .toList());
  }

  // Series

  @ParameterizedTest
  @EnumSource
  void aStepHasAValueOfEveryMeasure(Measure measure) {
    Run run = Runs.complete();
    history.record(run);

    List<SeriesPoint> points = queries.stepSeries(EVERYTHING, measure, "download");

    assertEquals(1, points.size());
    SeriesPoint point = points.get(0);
    assertClose(valueInTheCompleteStep(measure), point.value());
    assertEquals(Instant.parse("2026-01-05T12:01:00.000004Z"), point.time());
    assertEquals(run.runId(), point.runId());
    assertEquals(run.executions().get(0).executionId(), point.executionId());
    assertEquals(new PluginName("apt"), point.plugin());
    assertEquals("workstation", point.hostname());
    assertEquals(FAILED, point.status());
    assertEquals(new SeriesPoint.Step(1, "download", StepPhase.DOWNLOAD), point.step());
  }

  @ParameterizedTest
  @EnumSource
  void anExecutionIsSumLargestOrMeanOfItsSteps(Measure measure) {
    record(
        run()
            .executing(
                execution("apt")
                    .with(
                        step("a").using(figures(2.0, 1)),
                        step("b").using(figures(6.0, 3)),
                        step("c").using(figures(0.0, 5)),
                        step("d"))));

    double expected =
        switch (measure) {
          case WALL_CLOCK -> 8;
          case CPU_TIME -> 18;
          case MEMORY_PEAK -> 5;
          case MEMORY_AVERAGE -> 2.5; // (2 * 1 + 6 * 3) / 8
          case DOWNLOAD_SPEED -> 0.5; // (1 + 3) / 8
          default -> 9;
        };
    SeriesPoint point = only(queries.executionSeries(EVERYTHING, measure));
    assertClose(expected, point.value());
    assertNull(point.step());
  }

  @ParameterizedTest
  @EnumSource
  void whatWasNotMeasuredIsNoPoint(Measure measure) {
    record(run().executing(execution("apt").with(step("a"), step("b"))));
    record(run(2).executing(execution("apt")));

    assertEquals(List.of(), queries.stepSeries(EVERYTHING, measure, null));
    assertEquals(List.of(), queries.executionSeries(EVERYTHING, measure));
  }

  @Test
  void thereIsNoSpeedWithoutTime() {
    record(run().executing(execution("apt").with(step("a").using(usage(0.0, null, 5L)))));

    assertEquals(List.of(), queries.stepSeries(EVERYTHING, Measure.DOWNLOAD_SPEED, null));
    assertEquals(List.of(), queries.executionSeries(EVERYTHING, Measure.DOWNLOAD_SPEED));
    assertEquals(List.of(0.0), values(queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, null)));
  }

  @Test
  void aStepBeganWhenItSaysElseWithItsExecutionElseWithItsRun() {
    record(
        run(1)
            .startingAt("2026-01-05T12:00:00Z")
            .executing(
                execution("apt")
                    .startingAt("2026-01-05T12:00:05Z")
                    .with(
                        step("a").startingAt("2026-01-05T12:00:09Z").lasting(1),
                        step("b").lasting(2)),
                execution("snap").with(step("a").lasting(4))));

    List<SeriesPoint> points = queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, null);

    assertEquals(List.of(4.0, 2.0, 1.0), values(points));
    assertEquals(
        List.of("2026-01-05T12:00:00Z", "2026-01-05T12:00:05Z", "2026-01-05T12:00:09Z"),
        points.stream().map(point -> point.time().toString()).toList());
    assertEquals(
        List.of("2026-01-05T12:00:00Z", "2026-01-05T12:00:05Z"),
        queries.executionSeries(EVERYTHING, Measure.WALL_CLOCK).stream()
            .map(point -> point.time().toString())
            .toList());
  }

  @Test
  void stepsThatBeganTogetherComeInTheirOrder() {
    record(
        run()
            .executing(
                execution("apt")
                    .with(step("z").lasting(1), step("y").lasting(2), step("x").lasting(3))));

    assertEquals(
        List.of(1.0, 2.0, 3.0), values(queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, null)));
  }

  @Test
  void stepsAreChosenByNameAndPhaseAndByTheBeginOfTheirExecution() {
    record(
        run()
            .executing(
                begun("2026-01-05T12:00:00Z", 1)
                    .with(
                        step("update")
                            .in(StepPhase.CHECK)
                            .startingAt("2026-01-05T12:59:00Z")
                            .lasting(2),
                        step("clean").lasting(4))));

    assertEquals(
        List.of(1.0, 2.0), values(queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, "update")));
    assertEquals(
        List.of(2.0),
        values(queries.stepSeries(EVERYTHING.in(StepPhase.CHECK), Measure.WALL_CLOCK, "update")));
    assertEquals(List.of(), queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, "Update"));
    assertEquals(
        3,
        queries
            .stepSeries(
                EVERYTHING.until(Instant.parse("2026-01-05T12:30:00Z")), Measure.WALL_CLOCK, null)
            .size());
  }

  // Announcements

  @Test
  void announcementsAreComparedWithWhatTheirPhaseCameTo() {
    record(
        run(1)
            .executing(
                execution("apt")
                    .updating(8, 100)
                    .with(
                        step("a").in(StepPhase.DOWNLOAD).using(usage(10.0, 100L, 400L)),
                        step("b").in(StepPhase.DOWNLOAD).using(usage(30.0, 300L, 600L)),
                        step("c").in(StepPhase.EXECUTE).using(usage(1000.0, 9L, 9L)))
                    .announcing(
                        announcement(0, StepPhase.DOWNLOAD)
                            .downloadBytes(1500L)
                            .wallClockSeconds(20.0)
                            .memoryBytes(300L)
                            .packages(10)
                            .confidence(0.5)
                            .build())));
    record(
        run(2)
            .executing(
                execution("apt")
                    .with(step("a").in(StepPhase.DOWNLOAD).using(usage(10.0, null, 0L)))
                    .announcing(
                        announcement(0, StepPhase.DOWNLOAD)
                            .downloadBytes(100L)
                            .wallClockSeconds(15.0)
                            .memoryBytes(50L)
                            .confidence(1.0)
                            .build())));

    List<AnnouncementAccuracy> accuracies = queries.announcementAccuracy(EVERYTHING);

    PluginName apt = new PluginName("apt");
    assertEquals(
        List.of(
            new AnnouncementAccuracy(
                apt, AnnouncedMeasure.DOWNLOAD_SIZE, 2, 2, 1, 300.0, 0.5, 0.5, 2, 0.75, 1.0),
            new AnnouncementAccuracy(
                apt, AnnouncedMeasure.WALL_CLOCK, 2, 2, 0, -7.5, 0.0, 0.5, 2, 0.75, 0.5),
            new AnnouncementAccuracy(
                apt, AnnouncedMeasure.MEMORY_PEAK, 2, 1, 0, 0.0, 0.0, 0.0, 1, 0.5, 1.0),
            new AnnouncementAccuracy(
                apt, AnnouncedMeasure.PACKAGES, 1, 1, 0, 2.0, 0.25, 0.25, 1, 0.5, 1.0)),
        accuracies);
  }

  @Test
  void theLastAnnouncementForAPhaseCountsAloneEvenIfItIsSilent() {
    record(
        run()
            .executing(
                execution("apt")
                    .with(
                        step("a").in(StepPhase.CHECK).using(cpu(1.0, 1.0)),
                        step("b").in(StepPhase.EXECUTE).using(cpu(3.0, 1.0)),
                        step("c").in(StepPhase.EXECUTE).using(cpu(3.0, 1.0)))
                    .announcing(
                        announcement(0, StepPhase.EXECUTE).cpuSeconds(100.0).build(),
                        announcement(1, StepPhase.CHECK).cpuSeconds(3.0).build(),
                        announcement(4, StepPhase.EXECUTE).cpuSeconds(6.0).packages(1).build(),
                        announcement(5, StepPhase.DOWNLOAD).wallClockSeconds(7.0).build(),
                        announcement(6, StepPhase.DOWNLOAD).confidence(0.5).build())));

    assertEquals(
        List.of(
            new AnnouncementAccuracy(
                new PluginName("apt"),
                AnnouncedMeasure.CPU_TIME,
                2,
                2,
                0,
                -0.5,
                0.125,
                0.375,
                0,
                null,
                null),
            new AnnouncementAccuracy(
                new PluginName("apt"),
                AnnouncedMeasure.PACKAGES,
                1,
                0,
                0,
                null,
                null,
                null,
                0,
                null,
                null)),
        queries.announcementAccuracy(EVERYTHING));
    assertEquals(1.0, queries.announcementAccuracy(EVERYTHING.in(StepPhase.CHECK)).get(0).bias());
  }

  @Test
  void announcementsAreThoseOfTheExecutionsThatAreMeant() {
    for (int number = 1; number <= 4; number++) {
      record(
          run(number)
              .on(number == 1 ? "a" : "b")
              .executing(
                  execution(number == 2 ? "snap" : "apt", 1)
                      .ending(number == 3 ? FAILED : SUCCESS)
                      .announcing(
                          announcement(0, StepPhase.EXECUTE)
                              .wallClockSeconds((double) number)
                              .build())));
    }

    assertEquals(List.of(5 / 3.0, 1.0), biases(EVERYTHING));
    assertEquals(List.of(1.0), biases(EVERYTHING.ofPlugins("snap")));
    assertEquals(List.of(0.0), biases(EVERYTHING.on(HostScope.only("a"))));
    assertEquals(List.of(2.0), biases(EVERYTHING.ending(FAILED)));
    assertEquals(List.of(), biases(EVERYTHING.in(StepPhase.CHECK)));
    assertEquals(List.of(), biases(EVERYTHING.until(Runs.NOON)));
  }

  // Training tables

  @Test
  void aTrainingRowTellsWhatWasKnownBeforeAndWhatItCameTo() {
    Run run =
        run()
            .startingAt("2026-01-05T12:00:00Z")
            .executing(
                execution("apt")
                    .updating(8, 100)
                    .with(step("a").using(figures(2.0, 3)))
                    .announcing(
                        announcement(0, StepPhase.DOWNLOAD).downloadBytes(9999L).build(),
                        announcement(1, StepPhase.DOWNLOAD)
                            .downloadBytes(100L)
                            .cpuSeconds(1.0)
                            .wallClockSeconds(2.0)
                            .memoryBytes(70L)
                            .packages(10)
                            .build(),
                        announcement(2, StepPhase.EXECUTE)
                            .downloadBytes(11L)
                            .cpuSeconds(4.0)
                            .wallClockSeconds(8.0)
                            .memoryBytes(60L)
                            .packages(9)
                            .build()),
                execution("snap"))
            .build();
    history.record(run);

    List<TrainingTable> tables = queries.trainingTables(EVERYTHING, BERLIN);

    assertEquals(
        List.of(new PluginName("apt"), new PluginName("snap")),
        tables.stream().map(TrainingTable::plugin).toList());
    TrainingRow row = tables.get(0).rows().get(0);
    assertEquals(ExecutionOutcome.of(run, run.executions().get(0)), row.outcome());
    assertEquals(new Announcement(111L, 5.0, 10.0, 70L, 10), row.announced());
    assertNull(row.secondsSincePrevious());
    assertEquals(0, row.dayOfWeek());
    assertEquals(13, row.hourOfDay());
    assertFalse(row.isWeekend());
    assertEquals(
        new Announcement(null, null, null, null, null), tables.get(1).rows().get(0).announced());
    assertEquals(
        new Announcement(11L, 4.0, 8.0, 60L, 9),
        queries
            .trainingTables(EVERYTHING.in(StepPhase.EXECUTE), BERLIN)
            .get(0)
            .rows()
            .get(0)
            .announced());
  }

  @Test
  void thePreviousExecutionIsThatOnTheSameHostHoweverItEnded() {
    record(run(1).on("a").executing(begun("2026-01-05T12:00:00Z", 1)));
    record(run(2).on("b").executing(begun("2026-01-05T12:00:10Z", 1)));
    record(run(3).on("a").executing(begun("2026-01-05T12:01:00Z", 1).ending(FAILED)));
    record(run(4).on("a").executing(begun("2026-01-05T12:01:00.5Z", 1)));
    record(run(5).on("b").executing(execution("snap").startingAt("2026-01-05T12:02:00Z")));
    record(run(6).on("b").executing(begun("2026-01-05T12:03:10Z", 1)));

    HistoryFilter apt = EVERYTHING.ofPlugins("apt");
    assertEquals(Arrays.asList(null, null, 60.0, 0.5, 180.0), sinceLast(apt));
    assertEquals(Arrays.asList(null, null, 0.5, 180.0), sinceLast(apt.ending(SUCCESS)));
    assertEquals(Arrays.asList(null, 180.0), sinceLast(apt.on(HostScope.only("b"))));
    assertEquals(List.of(180.0), sinceLast(apt.from(Instant.parse("2026-01-05T12:02:00Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-09T23:30:00Z, UTC, 4, 23, false",
    "2026-01-09T23:30:00Z, Europe/Berlin, 5, 0, true",
    "2026-01-11T23:30:00Z, UTC, 6, 23, true",
    "2026-01-11T23:30:00Z, Asia/Kathmandu, 0, 5, false",
    "2026-10-25T00:30:00Z, Europe/Berlin, 6, 2, true",
    "2026-10-25T01:30:00Z, Europe/Berlin, 6, 2, true"
  })
  void daysAndHoursAreThoseOfTheZone(
      String begin, ZoneId zone, int day, int hour, boolean weekend) {
    record(run().executing(begun(begin, 1)));

    TrainingRow row = onlyTable(EVERYTHING, zone).rows().get(0);

    assertEquals(day, row.dayOfWeek());
    assertEquals(hour, row.hourOfDay());
    assertEquals(weekend, row.isWeekend());
  }

  // No caps

  @Test
  void nothingIsCapped() {
    history.recordAll(Runs.many(MANY).iterator());

    assertEquals(MANY, queries.pluginStatistics(EVERYTHING).get(0).executions());
    assertEquals(MANY, queries.activity(EVERYTHING).executions());
    assertEquals(MANY, queries.activityByPeriod(EVERYTHING, PeriodLength.HOUR, UTC).size());
    assertEquals(
        MANY,
        queries
            .distributionByPeriod(EVERYTHING, Measure.WALL_CLOCK, PeriodLength.HOUR, UTC)
            .size());
    assertEquals(MANY, queries.recentExecutions(EVERYTHING, Integer.MAX_VALUE).size());
    assertEquals(MANY, queries.executionSeries(EVERYTHING, Measure.WALL_CLOCK).size());
    assertEquals(MANY, queries.stepSeries(EVERYTHING, Measure.WALL_CLOCK, null).size());
    assertEquals(MANY, onlyTable(EVERYTHING, UTC).rows().size());
    assertTrue(
        onlyTable(EVERYTHING, UTC).rows().stream()
            .skip(1)
            .allMatch(row -> Double.valueOf(3600).equals(row.secondsSincePrevious())));
  }

  // What the tests are made of

  void record(RunBuilder run) {
    history.record(run.build());
  }

  /** An execution of apt that begins then and has one step, named update, of that many seconds. */
  private static ExecutionBuilder begun(String time, double seconds) {
    return execution("apt", seconds).startingAt(time);
  }

  private static ResourceUsage usage(
      @Nullable Double seconds, @Nullable Long memory, @Nullable Long download) {
    return ResourceUsage.builder()
        .wallClockSeconds(seconds)
        .memoryBytes(memory, null)
        .downloadSizeBytes(download)
        .build();
  }

  private static ResourceUsage.Builder cpu(double user, double kernel) {
    return ResourceUsage.builder().cpuSeconds(user, kernel);
  }

  /** Of that many seconds, and every other figure the same. */
  private static ResourceUsage figures(double seconds, long figure) {
    return ResourceUsage.builder()
        .wallClockSeconds(seconds)
        .cpuSeconds((double) figure, (double) figure)
        .memoryBytes(figure, figure)
        .ioBytes(figure, figure)
        .ioOperations(figure, figure)
        .networkBytes(figure, figure)
        .downloadSizeBytes(figure)
        .build();
  }

  private static double valueInTheCompleteStep(Measure measure) {
    return switch (measure) {
      case WALL_CLOCK -> 60.000001;
      case CPU_TIME -> 1.75;
      case CPU_USER -> 1.5;
      case CPU_KERNEL -> 0.25;
      case MEMORY_PEAK -> 104_857_600;
      case MEMORY_AVERAGE -> 52_428_800;
      case IO_READ -> 11;
      case IO_WRITTEN -> 12;
      case IO_READ_OPERATIONS -> 13;
      case IO_WRITE_OPERATIONS -> 14;
      case NETWORK_RECEIVED -> 15;
      case NETWORK_SENT -> 16;
      case DOWNLOAD_SIZE -> 17;
      case DOWNLOAD_SPEED -> 17 / 60.000001;
    };
  }

  private List<PeriodActivity> daysIn(ZoneId zone, HistoryFilter filter) {
    return queries.activityByPeriod(filter, PeriodLength.DAY, zone);
  }

  private static Period period(String start, String end) {
    return new Period(Instant.parse(start), Instant.parse(end));
  }

  private static <T> List<T> each(List<PeriodActivity> periods, Function<Activity, T> figure) {
    return periods.stream().map(period -> figure.apply(period.activity())).toList();
  }

  private static List<Double> values(List<SeriesPoint> points) {
    return points.stream().map(SeriesPoint::value).toList();
  }

  private List<Double> recentSeconds(int limit) {
    return queries.recentExecutions(EVERYTHING, limit).stream()
        .map(each -> each.outcome().wallClockSeconds())
        .toList();
  }

  private List<Double> biases(HistoryFilter filter) {
    return queries.announcementAccuracy(filter).stream().map(AnnouncementAccuracy::bias).toList();
  }

  private TrainingTable onlyTable(HistoryFilter filter, ZoneId zone) {
    return only(queries.trainingTables(filter, zone));
  }

  private List<@Nullable Double> sinceLast(HistoryFilter filter) {
    return onlyTable(filter, UTC).rows().stream().map(TrainingRow::secondsSincePrevious).toList();
  }

  private static <T> T only(List<T> all) {
    assertEquals(1, all.size());
    return all.get(0);
  }

  private void assertSumOfSeconds(double expected, HistoryFilter filter) {
    assertEquals(expected, queries.activity(filter).wallClockSeconds().sum());
    assertEquals(
        expected,
        queries.executionSeries(filter, Measure.WALL_CLOCK).stream()
            .mapToDouble(SeriesPoint::value)
            .sum());
    assertEquals(
        expected,
        queries.recentExecutions(filter, Integer.MAX_VALUE).stream()
            .mapToDouble(each -> Option.of(each.outcome().wallClockSeconds()).getOrElse(0.0))
            .sum());
    assertEquals(
        expected,
        queries.trainingTables(filter, UTC).stream()
            .flatMap(table -> table.rows().stream())
            .mapToDouble(row -> Option.of(row.outcome().wallClockSeconds()).getOrElse(0.0))
            .sum());
    assertEquals(
        expected,
        queries.distributionByPeriod(filter, Measure.WALL_CLOCK, PeriodLength.MONTH, UTC).stream()
            .mapToDouble(each -> each.summary().sum())
            .sum());
    assertEquals(
        expected,
        queries.activityByPeriod(filter, PeriodLength.WEEK, UTC).stream()
            .mapToDouble(each -> each.activity().wallClockSeconds().sum())
            .sum());
    assertEquals(
        expected,
        queries.stepSeries(filter, Measure.WALL_CLOCK, null).stream()
            .mapToDouble(SeriesPoint::value)
            .sum());
  }

  private static MeasureSummary requireSummary(@Nullable MeasureSummary summary) {
    assertNotNull(summary);
    return summary;
  }

  private static void assertClose(double expected, @Nullable Double actual) {
    assertNotNull(actual);
    assertEquals(expected, actual, Math.abs(expected) * TOLERANCE);
  }
}
