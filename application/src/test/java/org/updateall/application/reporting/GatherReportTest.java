package org.updateall.application.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.forecasting.BacktestSeries;
import org.updateall.domain.forecast.DiscountingRiskForecaster;
import org.updateall.domain.forecast.InMemoryModelStore;
import org.updateall.domain.forecast.LastValueForecaster;
import org.updateall.domain.forecast.NaiveModelTrainer;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Refusal;
import org.updateall.domain.history.Runs;
import org.updateall.domain.joint.LevelByLevelForecaster;
import org.updateall.domain.ledger.Foretellings;
import org.updateall.domain.ledger.InMemoryPredictionLedger;
import org.updateall.domain.reporting.ForecastQuality;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.MonthlyCost;
import org.updateall.domain.reporting.PastForecast;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;
import org.updateall.domain.retrieval.SharedReading;

final class GatherReportTest {

  private static final HostScope ATLAS = HostScope.only("atlas");
  private static final PluginName APT = new PluginName("apt");

  private final Histories histories = Histories.empty();
  private final InMemoryPredictionLedger ledger = new InMemoryPredictionLedger();

  @Test
  void anEmptyHistoryMakesAnEmptyReport() {
    HistoryReport report = report(null);

    assertEquals(Histories.NOW, report.madeAt());
    assertEquals(ATLAS, report.host());
    assertEquals(0, report.runs());
    assertEquals(List.of(), report.plugins());
    assertEquals(List.of(), report.costs());
    assertEquals(List.of(), report.failures());
    assertNull(report.beforehand());
    assertNull(report.afterwards());
  }

  @Test
  void everyPluginIsThereByNameWithTheTargetsItMeasured() {
    histories.with("atlas", "snap", 12).with("atlas", "apt", 12).with("hermes", "pipx", 12);

    HistoryReport report = report(null);

    assertEquals(
        List.of("apt", "snap"),
        report.plugins().stream().map(each -> each.plugin().value()).toList());
    assertEquals(
        List.of(Target.WALL_CLOCK),
        report.plugins().get(0).targets().stream().map(TargetHistory::target).toList());
    assertEquals(12, apt(report).past().size());
    assertEquals(24, report.runs());
    assertEquals(2, report.next().plugins().size());
    assertTrue(report.next().totals().containsKey(Target.WALL_CLOCK));
  }

  @Test
  void whatWasForetoldStandsBesideItsRun() {
    histories.with("atlas", "apt", 10);
    IntStream.rangeClosed(1, 10)
        .forEach(run -> ledger.enter(Foretellings.run(run, day(run), "apt")));

    HistoryReport report = report(null);

    for (PastRun run : apt(report).past()) {
      PastForecast forecast = run.forecast();
      assertNotNull(forecast);
      assertTrue(forecast.beforehand());
      assertEquals(60, forecast.outline().quantile(0.5), 1e-4);
    }
    assertFalse(apt(report).hasAfterthoughts());
    assertEquals(10, judged(report.beforehand()));
    assertNull(report.afterwards());
  }

  @Test
  void runsOfWhichNothingWasForetoldAreToldAfterwardsFromTheRunsBefore() {
    histories.with("atlas", "apt", 10);

    HistoryReport report = report(null);

    List<PastRun> past = apt(report).past();
    assertTrue(past.subList(0, 3).stream().allMatch(run -> run.forecast() == null));
    for (int i = 3; i < past.size(); i++) {
      PastForecast forecast = past.get(i).forecast();
      assertNotNull(forecast);
      assertFalse(forecast.beforehand());
      assertEquals(past.get(i - 1).value(), forecast.outline().quantile(0.5), 1e-4);
    }
    assertNull(report.beforehand());
    ForecastQuality quality = report.afterwards();
    assertEquals(7, judged(quality));
    assertNotNull(quality);
    assertNotNull(quality.summaries().get(0).comparison());
  }

  @Test
  void aFewRunsThatWereNotForetoldStayWithoutForecast() {
    histories.with("atlas", "apt", 10);
    IntStream.rangeClosed(4, 10)
        .forEach(run -> ledger.enter(Foretellings.run(run, day(run), "apt")));

    HistoryReport report = report(null);

    assertEquals(3, apt(report).past().stream().filter(run -> run.forecast() == null).count());
    assertNull(report.afterwards());
  }

  @Test
  void whatWasForetoldIsNotToldAgain() {
    histories.with("atlas", "apt", 10);
    IntStream.rangeClosed(7, 10)
        .forEach(run -> ledger.enter(Foretellings.run(run, day(run), "apt")));

    HistoryReport report = report(null);

    assertEquals(4, judged(report.beforehand()));
    assertEquals(3, judged(report.afterwards()));
    assertEquals(4, apt(report).past().stream().filter(GatherReportTest::isBeforehand).count());
  }

  @Test
  void onlyTheTimeAskedForIsShownButAllOfItIsLearnedFrom() {
    histories.with("atlas", "apt", 30);

    HistoryReport report = report(day(20));

    assertEquals(10, apt(report).past().size());
    assertTrue(apt(report).past().stream().allMatch(run -> run.forecast() != null));
    assertEquals(10, report.runs());
    assertEquals(10, report.costs().stream().mapToLong(MonthlyCost::executions).sum());
    assertEquals(30, report.next().plugins().get(0).leading().get().runs());
  }

  @Test
  void pluginsAndTargetsCanBeNamed() {
    histories.with("atlas", "apt", 12).with("atlas", "snap", 12);
    ledger.enter(Foretellings.run(1, day(0), "apt"));
    ledger.enter(Foretellings.run(13, day(0), "snap"));

    HistoryReport apt = gather(request(null, APT));
    assertEquals(List.of(APT), apt.plugins().stream().map(PluginHistory::plugin).toList());
    assertEquals(1, judged(apt.beforehand()));

    HistoryReport memory =
        gather(
            new ReportRequest(
                request(null, APT).estimate(),
                Set.of(Target.MEMORY_PEAK),
                null,
                ZoneOffset.UTC,
                1));
    assertEquals(List.of(), memory.plugins());
  }

  @Test
  void theNextRunsFollowAsOftenAsThePastOnes() {
    histories.with("atlas", "apt", 20);

    List<RunAhead> ahead = apt(report(null)).ahead();

    assertEquals(PathsAhead.STEPS, ahead.size());
    assertEquals(Histories.NOW, ahead.get(0).time());
    assertEquals(Histories.NOW.plus(Duration.ofDays(1)), ahead.get(1).time());
    HistoryReport report = report(null);
    assertEquals(
        report.next().plugins().get(0).prediction(Target.WALL_CLOCK).get().distribution(),
        ahead.get(0).distribution());
  }

  @Test
  void ofAFewRunsOnlyTheNextIsShown() {
    histories.with("atlas", "apt", 2);

    assertEquals(1, apt(report(null)).ahead().size());
  }

  @Test
  void failuresAreListedAndCostAsWell() {
    histories.with("atlas", "apt", 3);
    histories.withEnding(ExecutionStatus.FAILED, "atlas", "apt", 60, 7);
    histories.withEnding(ExecutionStatus.SKIPPED, "atlas", "apt", 1, 7);
    histories.withEnding(ExecutionStatus.TIMEOUT, "atlas", "apt", 1, 7);

    HistoryReport report = report(null);

    assertEquals(61, report.failuresInAll());
    assertEquals(50, report.failures().size());
    MonthlyCost january = report.costs().get(0);
    assertEquals(YearMonth.from(Runs.NOON.atZone(ZoneOffset.UTC)), january.month());
    assertEquals(64, report.costs().stream().mapToLong(MonthlyCost::executions).sum());
    assertEquals(61, report.costs().stream().mapToLong(MonthlyCost::failures).sum());
    assertEquals(3, apt(report).past().size());
  }

  @Test
  void aRequestHasAThread() {
    assertEquals(
        "there is at least 1 thread, not 0",
        Refusal.of(() -> new ReportRequest(request(null).estimate(), null, ZoneOffset.UTC, 0)));
  }

  private static boolean isBeforehand(PastRun run) {
    PastForecast forecast = run.forecast();
    return forecast != null && forecast.beforehand();
  }

  private static int judged(@Nullable ForecastQuality quality) {
    assertNotNull(quality);
    return quality.judged();
  }

  private static TargetHistory apt(HistoryReport report) {
    return report.plugins().get(0).targets().get(0);
  }

  private HistoryReport report(@Nullable Instant from) {
    return gather(request(from));
  }

  private HistoryReport gather(ReportRequest request) {
    NaiveModelTrainer trainer = new NaiveModelTrainer(Histories.CLOCK);
    InMemoryModelStore store = new InMemoryModelStore();
    EstimateResources estimates =
        new EstimateResources(
            histories.history(),
            trainer,
            store,
            ledger,
            new LevelByLevelForecaster(),
            new DiscountingRiskForecaster(),
            Histories.CLOCK);
    return new GatherReport(
            histories.history(),
            ledger,
            estimates,
            new BacktestSeries(new LastValueForecaster(), System::nanoTime),
            trainer,
            store,
            SharedReading.none(),
            Histories.CLOCK)
        .gather(request, Progress.none());
  }

  private static ReportRequest request(@Nullable Instant from, PluginName... plugins) {
    return new ReportRequest(
        new EstimateRequest(List.of(plugins), ATLAS, TrainingOptions.defaults(), 0.9),
        from,
        ZoneOffset.UTC,
        2);
  }

  private static Instant day(int number) {
    return Runs.NOON.plus(Duration.ofDays(number));
  }
}
