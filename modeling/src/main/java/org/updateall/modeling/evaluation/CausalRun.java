package org.updateall.modeling.evaluation;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.scale.Power;

/**
 * A family run over a whole series on every candidate scale, with the scale that would have been in
 * use at each origin. Immutable.
 */
public final class CausalRun {

  /** Origins before this are left out of a backtest: their intervals rest on next to nothing. */
  private static final int WARM_UP = 10;

  private final double[] series;
  private final ScaledForecasts[] chosen;

  private CausalRun(double[] series, ScaledForecasts[] chosen) {
    this.series = series;
    this.chosen = chosen;
  }

  /**
   * Runs the family over the series.
   *
   * @param series values of 0 or more, oldest first
   * @param powers the candidate scales in order of preference; the values themselves stand in while
   *     the offset of every candidate is unsettled
   * @param scoreWindow how many of the newest scores intervals rest on
   */
  public static CausalRun of(
      ModelFamily family, double[] series, List<Power> powers, int scoreWindow) {
    ScaledForecasts plain = ScaledForecasts.run(family, series, Power.IDENTITY, scoreWindow);
    List<ScaledForecasts> candidates =
        powers.stream()
            .map(
                power ->
                    power == Power.IDENTITY
                        ? plain
                        : ScaledForecasts.run(family, series, power, scoreWindow))
            .toList();
    return new CausalRun(series.clone(), ScaleChoice.atEachOrigin(candidates, plain, series));
  }

  /** What is to be used for the value after the last. */
  public ScaledForecasts current() {
    return usedAt(series.length);
  }

  /** What is used for the value at that index, known from the values before it. */
  ScaledForecasts usedAt(int origin) {
    return chosen[origin];
  }

  /**
   * How intervals of that nominal level did at every origin with at least ten values before it,
   * with the scale and the scores of that time. (A forecast for the future differs in one thing:
   * its model is fitted anew to all the data, not filtered since its last scheduled fit.)
   */
  public BacktestFigures backtest(double level) {
    double[] levels = {(1 - level) / 2, (1 + level) / 2};
    BacktestTally tally = new BacktestTally(level);
    for (int origin = WARM_UP; origin < series.length; origin++) {
      double[] bounds = bounds(origin, levels);
      tally.addInterval(series[origin], bounds[0], bounds[1]);
      tally.addPoints(
          series[origin], usedAt(origin).point(origin), series[origin - 1], meanOfThree(origin));
    }
    return tally.figures();
  }

  private double[] bounds(int origin, double[] levels) {
    ScaledForecasts used = usedAt(origin);
    SnappedBounds snapped = new SnappedBounds(observedBefore(origin), used.scale().offset());
    return Arrays.stream(used.quantiles(origin, levels).get()).map(snapped::snap).toArray();
  }

  /** The newest values before that index that bounds are snapped to. */
  private double[] observedBefore(int origin) {
    return Arrays.copyOfRange(series, Math.max(0, origin - SnappedBounds.ENOUGH), origin);
  }

  private double meanOfThree(int origin) {
    return (series[origin - 1] + series[origin - 2] + series[origin - 3]) / 3;
  }
}
