package org.updateall.modeling.model.theta;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.model.ets.EtsForm;
import org.updateall.modeling.model.ets.EtsModel;
import org.updateall.modeling.model.ets.ExponentialSmoothing;
import org.updateall.modeling.model.ets.SeasonType;

/**
 * The theta method.
 *
 * <p>The season is taken out if the window has a period and more than two seasons, and the season
 * is significant: as factors if all values are positive, otherwise as differences. Indices that are
 * next to 0, or of steps never observed, are no season.
 *
 * <p>The fit of {@code b * series} is the fit of the series, scaled; that of {@code a + b * series}
 * is the fit of the series, shifted and scaled, unless its season consists of factors. Thread-safe.
 */
public final class ThetaMethod implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 4;
  private static final double SMALLEST_FACTOR = 1e-4;

  private final ExponentialSmoothing smoothing = new ExponentialSmoothing();

  @Override
  public String name() {
    return "theta";
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public ThetaModel fit(TimeSeries window) {
    window.requireObserved(MIN_OBSERVATIONS);
    double[] series = window.observedValues();
    SeasonType type = seasonType(series, window.period());
    double[] indices = indices(series, window.period(), type);
    return fit(withoutSeason(series, type, indices), type, indices);
  }

  private static SeasonType seasonType(double[] series, int period) {
    if (!SeasonalitySignificance.holds(series, period)) {
      return SeasonType.NONE;
    }
    boolean positive = Arrays.stream(series).noneMatch(y -> y <= 0);
    SeasonType type = positive ? SeasonType.MULTIPLICATIVE : SeasonType.ADDITIVE;
    double least = positive ? SMALLEST_FACTOR : Double.NEGATIVE_INFINITY;
    boolean usable =
        Arrays.stream(ClassicalDecomposition.indices(series, period, type))
            .allMatch(index -> index >= least && Double.isFinite(index));
    return usable ? type : SeasonType.NONE;
  }

  private static double[] indices(double[] series, int period, SeasonType type) {
    return type == SeasonType.NONE
        ? new double[0]
        : ClassicalDecomposition.indices(series, period, type);
  }

  private static double[] withoutSeason(double[] series, SeasonType type, double[] indices) {
    double[] x = series.clone();
    for (int t = 0; t < x.length; t++) {
      switch (type) {
        case NONE -> {}
        case ADDITIVE -> x[t] -= indices[t % indices.length];
        case MULTIPLICATIVE -> x[t] /= indices[t % indices.length];
      }
    }
    return x;
  }

  private ThetaModel fit(double[] x, SeasonType type, double[] indices) {
    TimeSeries series = TimeSeries.of(x);
    EtsModel smoothed = smoothing.fit(EtsForm.LEVEL, series);
    double alpha = smoothed.smoothing().alpha();
    return new ThetaModel(
        alpha, smoothed.state().level(), slope(x) / 2, lag(x, alpha), type, next(x, indices));
  }

  private static double lag(double[] x, double alpha) {
    double lag = 0;
    for (double value : x) {
      lag = 1 + (Double.isNaN(value) ? lag : (1 - alpha) * lag);
    }
    return lag;
  }

  private static double slope(double[] x) {
    SimpleRegression line = new SimpleRegression();
    for (int t = 0; t < x.length; t++) {
      if (!Double.isNaN(x[t])) {
        line.addData(t, x[t]);
      }
    }
    return line.getSlope();
  }

  /** The indices from that of the step after the series on. */
  private static List<Double> next(double[] x, double[] indices) {
    return IntStream.range(0, indices.length)
        .mapToObj(step -> indices[(x.length + step) % indices.length])
        .toList();
  }
}
