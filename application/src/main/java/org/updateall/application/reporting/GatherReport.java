package org.updateall.application.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.application.PluginSelection;
import org.updateall.application.Progress;
import org.updateall.application.estimating.EstimateResources;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.forecasting.BacktestSeries;
import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelTrainer;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionJudge;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.reporting.ForecastQuality;
import org.updateall.domain.reporting.HistoryReport;
import org.updateall.domain.reporting.NextRun;
import org.updateall.domain.reporting.PluginHistory;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.RecentExecution;
import org.updateall.domain.retrieval.SharedReading;

/** Use case: gather everything that a report shows. */
public final class GatherReport {

  private static final int MOST_FAILURES = 50;

  private final HistoryQueries queries;
  private final PredictionLedger ledger;
  private final EstimateResources estimates;
  private final BacktestSeries backtest;
  private final ModelTrainer trainer;
  private final ModelStore store;
  private final SharedReading reading;
  private final Clock clock;

  /**
   * @param reading is let go of before anything that takes long
   */
  public GatherReport(
      HistoryQueries queries,
      PredictionLedger ledger,
      EstimateResources estimates,
      BacktestSeries backtest,
      ModelTrainer trainer,
      ModelStore store,
      SharedReading reading,
      Clock clock) {
    this.queries = queries;
    this.ledger = ledger;
    this.estimates = estimates;
    this.backtest = backtest;
    this.trainer = trainer;
    this.store = store;
    this.reading = reading;
    this.clock = clock;
  }

  /**
   * Models that are missing or stale are trained and kept, as for an estimate. Past runs of which
   * nothing was foretold are told by the models from the runs before them.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public HistoryReport gather(ReportRequest request, Progress progress) {
    return reading.share(() -> gatherWhileReading(request, progress));
  }

  private HistoryReport gatherWhileReading(ReportRequest request, Progress progress) {
    Instant now = clock.instant();
    RunEstimate estimate = estimates.estimate(request.estimate(), progress);
    List<FollowedSeries> series = followed(request);
    Chronicle chronicle =
        Chronicle.of(
            request, series, judged(request), new Hindsight(backtest, reading, request), progress);
    PathsAhead ahead = new PathsAhead(trainer, store, estimate, now);
    return report(request, now, estimate, chronicle, chronicle.plugins(series, ahead));
  }

  private HistoryReport report(
      ReportRequest request,
      Instant now,
      RunEstimate estimate,
      Chronicle chronicle,
      List<PluginHistory> plugins) {
    HistoryFilter shown =
        HistoryFilter.everything()
            .ofPlugins(request.estimate().plugins())
            .on(request.estimate().host())
            .from(request.from());
    List<RecentExecution> executions = queries.recentExecutions(shown, Integer.MAX_VALUE);
    List<RecentExecution> failures = executions.stream().filter(GatherReport::hasFailed).toList();
    return new HistoryReport(
        now,
        request.zone(),
        request.estimate().host(),
        request.from(),
        queries.activity(shown).runs(),
        new NextRun(estimate.plugins(), estimate.totals(), estimate.risk()),
        plugins,
        quality(chronicle.beforehand()),
        quality(chronicle.afterwards()),
        Costs.of(executions, request.zone()),
        failures.subList(0, Math.min(MOST_FAILURES, failures.size())),
        failures.size(),
        estimate.warnings());
  }

  private List<FollowedSeries> followed(ReportRequest request) {
    PluginSelection selection =
        PluginSelection.of(
            queries,
            request.estimate().plugins(),
            request.estimate().host(),
            request.estimate().options().zone());
    return FollowedSeries.of(selection.tables(), request.estimate().host(), request.targets());
  }

  /** What was foretold of the shown runs, and can be judged. */
  private List<JudgedPrediction> judged(ReportRequest request) {
    Set<PluginName> wanted = Set.copyOf(request.estimate().plugins());
    return PredictionJudge.judgeAll(ledger.foretold(null), queries).stream()
        .filter(each -> request.shows(each.startedAt()))
        .filter(each -> request.estimate().host().includes(each.hostname()))
        .filter(each -> wanted.isEmpty() || isOf(wanted, each.prediction().plugin()))
        .toList();
  }

  private static boolean isOf(Set<PluginName> wanted, @Nullable PluginName plugin) {
    return plugin != null && wanted.contains(plugin);
  }

  private static boolean hasFailed(RecentExecution execution) {
    ExecutionStatus status = execution.outcome().status();
    return status.isFinishedAttempt() && status != ExecutionStatus.SUCCESS;
  }

  private static @Nullable ForecastQuality quality(Collection<JudgedPrediction> judged) {
    return judged.isEmpty() ? null : ForecastQuality.of(judged);
  }
}
