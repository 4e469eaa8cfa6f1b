package org.updateall.application.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.updateall.application.Progress;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.BacktestSeries;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.MeasuredRun;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.JudgedPrediction;
import org.updateall.domain.ledger.PredictionJudge;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;
import org.updateall.domain.retrieval.SharedReading;

/**
 * What the models say today of past runs, each from the runs before it alone, where nothing was
 * foretold of them: of imported runs nobody foretold anything.
 */
final class Hindsight {

  /** More values in all would keep people waiting; elapsed times come first. */
  private static final int MOST_VALUES = 6000;

  /** Of a longer series what is older changes little. */
  private static final int NEWEST = 400;

  private static final double LEVEL = PredictionInterval.DEFAULT_LEVEL;

  private final BacktestSeries backtest;
  private final SharedReading reading;
  private final ReportRequest request;

  Hindsight(BacktestSeries backtest, SharedReading reading, ReportRequest request) {
    this.backtest = backtest;
    this.reading = reading;
    this.request = request;
  }

  /**
   * @param wanting series of whose shown runs many were not foretold, the most important first
   */
  List<JudgedPrediction> of(List<FollowedSeries> wanting, Progress progress) {
    List<FollowedSeries> chosen = affordable(wanting);
    if (chosen.isEmpty()) {
      return List.of();
    }
    BacktestRequest work =
        new BacktestRequest(
            chosen.stream().map(series -> series.newest(NEWEST)).toList(),
            ForecastOptions.defaults().in(request.estimate().options().zone()),
            Origins.all(),
            levels(),
            request.threads());
    reading.letGo();
    List<SeriesBacktest> done = backtest.backtest(work, progress);
    List<JudgedPrediction> judged = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      judged.addAll(judged(chosen.get(i), done.get(i).forecasts()));
    }
    return judged;
  }

  private static List<FollowedSeries> affordable(List<FollowedSeries> wanting) {
    List<FollowedSeries> affordable = new ArrayList<>();
    int left = MOST_VALUES;
    for (FollowedSeries each : wanting) {
      left -= Math.min(each.size(), NEWEST);
      if (left < 0) {
        break;
      }
      affordable.add(each);
    }
    return affordable;
  }

  private List<JudgedPrediction> judged(FollowedSeries series, List<OneStepForecast> forecasts) {
    PredictionJudge judge = new PredictionJudge(series.target(), series.points());
    int skipped = Math.max(0, series.size() - NEWEST);
    List<JudgedPrediction> judged = new ArrayList<>();
    for (OneStepForecast forecast : forecasts) {
      MeasuredRun run = series.runs().get(skipped + forecast.originIndex());
      Instant time = run.outcome().startedAt();
      if (request.shows(time) && !run.observation().lowerBound()) {
        RecordedPrediction said = prediction(series, forecast);
        judged.addAll(judge.judge(new ForetoldRun(run.outcome().runId(), time, List.of(said))));
      }
    }
    return judged;
  }

  private static RecordedPrediction prediction(FollowedSeries series, OneStepForecast forecast) {
    QuantileOutline outline = outline(forecast);
    return new RecordedPrediction(
        series.plugin(),
        series.target(),
        forecast.point(),
        forecast.interval(),
        outline,
        Basis.MODEL,
        IntervalBasis.PRIOR,
        ForecastOptions.POOL,
        forecast.originIndex(),
        forecast.originIndex());
  }

  /** The level of the report first, then those whose bounds an outline is made of. */
  private static List<Double> levels() {
    double[] outline = QuantileOutline.levels();
    List<Double> levels = new ArrayList<>(List.of(LEVEL));
    for (int i = 0; i < outline.length / 2; i++) {
      levels.add(outline[outline.length - 1 - i] - outline[i]);
    }
    return levels;
  }

  private static QuantileOutline outline(OneStepForecast forecast) {
    float[] quantiles = new float[QuantileOutline.levels().length];
    int middle = quantiles.length / 2;
    quantiles[middle] = single(forecast.point());
    for (int i = 0; i < middle; i++) {
      PredictionInterval interval = forecast.intervals().get(i + 1);
      quantiles[i] = single(interval.lower());
      quantiles[quantiles.length - 1 - i] = single(interval.upper());
    }
    return QuantileOutline.of(quantiles);
  }

  private static float single(double value) {
    return (float) Math.min(value, Float.MAX_VALUE);
  }
}
