package org.updateall.modeling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.modeling.evaluation.BacktestSums;
import org.updateall.modeling.forecast.ForecasterState;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.EarlyErrors;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.model.TimeSeries;

/**
 * A forecaster that learns a series, and the account of how its forecasts did on the way. To go on
 * from a kept document is the same as to have gone on.
 *
 * <p>Where a series has covariates, a second forecaster learns it without them, for coming runs of
 * which nothing is known: the errors of the first were made with that knowledge, and would promise
 * too much.
 */
final class Learning {

  /** Values before this are left out of the account: their intervals rest on next to nothing. */
  private static final int WARM_UP = 10;

  private final PrequentialForecaster forecaster;
  private final @Nullable PrequentialForecaster unaware;
  private final @Nullable EarlyErrors early;
  private BacktestSums backtest;

  private Learning(
      PrequentialForecaster forecaster,
      @Nullable PrequentialForecaster unaware,
      BacktestSums backtest,
      @Nullable EarlyErrors early) {
    this.forecaster = forecaster;
    this.unaware = unaware;
    this.backtest = backtest;
    this.early = early;
  }

  /**
   * From the first value on.
   *
   * @param early what a fleet says of errors; absent for what comes with this program
   */
  static Learning begin(Recipe recipe, double level, @Nullable EarlyErrors early) {
    ReferenceErrors reference = EarlyErrors.orShipped(early);
    return new Learning(
        PrequentialForecaster.of(recipe, reference),
        recipe.covariates() == 0
            ? null
            : PrequentialForecaster.of(recipe.withoutCovariates(), reference),
        BacktestSums.none(level),
        early);
  }

  /**
   * From there on.
   *
   * @throws IllegalArgumentException if the document is damaged
   */
  static Learning resume(ModelDocument document) {
    ForecasterState unaware = document.unaware();
    ReferenceErrors reference = EarlyErrors.orShipped(document.early());
    return new Learning(
        PrequentialForecaster.of(document.state(), reference),
        unaware == null ? null : PrequentialForecaster.of(unaware, reference),
        document.backtest(),
        document.early());
  }

  PrequentialForecaster forecaster() {
    return forecaster;
  }

  /** That which knows no covariates; absent if the series has none. */
  @Nullable PrequentialForecaster unaware() {
    return unaware;
  }

  BacktestSums backtest() {
    return backtest;
  }

  /** What a fleet says of errors; absent for what comes with this program. */
  @Nullable EarlyErrors early() {
    return early;
  }

  /** Takes in all values of the series that it was not told yet. */
  void learn(TimeSeries series) {
    while (forecaster.told() < series.size()) {
      int index = forecaster.told();
      forecaster.prepare(series);
      if (index >= WARM_UP && series.isObserved(index)) {
        judge(series, index);
      }
      forecaster.observe(series, index);
    }
    forecaster.prepare(series);
    if (unaware != null) {
      TimeSeries plain = series.withoutCovariates();
      unaware.learn(plain);
      unaware.prepare(plain);
    }
  }

  private void judge(TimeSeries series, int index) {
    double[] quantiles = forecaster.quantiles(List.of(series.occasion(index)))[0];
    PredictiveDistribution said = PredictiveDistribution.of(quantiles);
    PredictionInterval interval = said.interval(backtest.level());
    double[] bounds = {interval.lower(), said.median(), interval.upper()};
    double last = series.value(index - 1);
    double meanOfThree = (last + series.value(index - 2) + series.value(index - 3)) / 3;
    backtest = backtest.plus(series.value(index), bounds, last, meanOfThree);
  }
}
