package org.updateall.modeling.interval;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.ConformalQuantile;
import org.updateall.modeling.conformal.SplitConformal;
import org.updateall.modeling.numbers.SortedWindow;
import org.updateall.modeling.scale.Power;

/**
 * Conformalised quantile regression of errors on what is known before them (Romano, Patterson and
 * Candès 2019, Advances in Neural Information Processing Systems 32).
 *
 * <pre>
 * z       forecast                    on the scale of square roots
 * s       present size of errors      {@link ErrorScale}
 * e       error                       g(y) - z
 * q(p)    its quantile                a + b z + c s, by {@link QuantileRegression}
 * E_c     score at a central level c  max(q((1 - c) / 2) - e, e - q((1 + c) / 2))
 * Q_c     their conformal quantile    of the newest 100, by {@link ConformalQuantile}
 * bounds                              z + q((1 - c) / 2) - Q_c,  z + q((1 + c) / 2) + Q_c
 * </pre>
 *
 * <p>Quantiles are fitted to the newest 200 errors once there are 20, and anew whenever there are a
 * fifth more, or twenty. Each score is of a value that its quantiles had not seen. Until there are
 * 20 scores the bounds are those of split conformal prediction of e, with its assumed tail; where
 * scores do not support a level, the largest stands for its quantile. Bounds hold the forecast.
 *
 * <p>On real series of jobs, errors in proportion to s in the place of e gave bounds that were ten
 * times too far on some: s may be small for a while, and what follows is then out of proportion.
 */
public final class QuantileRegressionIntervals implements IntervalMethod {

  static final int FITTED = 200;
  static final int SCORES = 100;

  private static final int FIRST_FIT = 20;
  private static final double GROWTH = 1.2;
  private static final int MOST_BETWEEN = 20;
  private static final int LEAST_SCORES = 20;

  /** A larger error would leave the numbers when squared. */
  private static final double LARGEST = 1e150;

  private final RootScale scale;
  private final ErrorScale size;
  private final SortedWindow points = new SortedWindow(FITTED);
  private final SortedWindow sizes = new SortedWindow(FITTED);
  private final SortedWindow errors = new SortedWindow(FITTED);
  private final List<SortedWindow> scores =
      Stream.generate(() -> new SortedWindow(SCORES)).limit(CentralBounds.COUNT).toList();
  private @Nullable QuantilePlanes planes;
  private int told;
  private int fittedAt;

  private QuantileRegressionIntervals(RootScale scale, ErrorScale size) {
    this.scale = scale;
    this.size = size;
  }

  /** That have seen nothing yet. */
  public static QuantileRegressionIntervals create() {
    return new QuantileRegressionIntervals(new RootScale(), new ErrorScale(Power.SQUARE_ROOT));
  }

  static QuantileRegressionIntervals of(QuantileRegressionState state) {
    QuantileRegressionIntervals intervals =
        new QuantileRegressionIntervals(
            RootScale.of(state.scale()), new ErrorScale(Power.SQUARE_ROOT, state.size()));
    intervals.points.addAll(state.points());
    intervals.sizes.addAll(state.sizes());
    intervals.errors.addAll(state.errors());
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      intervals.scores.get(place).addAll(state.scores().get(place));
    }
    intervals.planes = state.planes();
    intervals.told = state.told();
    intervals.fittedAt = state.fittedAt();
    return intervals;
  }

  @Override
  public QuantileRegressionState state() {
    return new QuantileRegressionState(
        told,
        fittedAt,
        scale.state(),
        size.state(),
        points.values(),
        sizes.values(),
        errors.values(),
        planes,
        scores.stream().map(SortedWindow::values).toList());
  }

  /** Those of the quantiles of the regression, once these are used; until then all errors. */
  @Override
  public int scores() {
    return isRegression() ? scores.get(0).size() : errors.size();
  }

  private boolean isRegression() {
    return scores.get(0).size() >= LEAST_SCORES;
  }

  @Override
  public double[] quantiles(double point, double growth) {
    if (told == 0) {
      return scale.exactly(point);
    }
    double z = scale.toScale(point);
    QuantilePlanes fitted = planes;
    double[] distances =
        fitted != null && isRegression()
            ? fitted.at(z, size.at(z)).widened(corrections()).quantiles()
            : ofErrors();
    return scale.around(point, Arrays.stream(distances).map(each -> growth * each).toArray());
  }

  private double[] corrections() {
    double[] corrections = new double[CentralBounds.COUNT];
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      double[] sorted = scores.get(place).sorted();
      corrections[place] =
          ConformalQuantile.upper(sorted, CentralBounds.level(place))
              .orElse(sorted[sorted.length - 1]);
    }
    return corrections;
  }

  private double[] ofErrors() {
    SplitConformal conformal = SplitConformal.from(errors.sorted()).get();
    return Arrays.stream(Levels.all()).map(conformal::quantile).toArray();
  }

  @Override
  public void observe(double value, double point) {
    if (!scale.isEmpty()) {
      learn(value, scale.toScale(point));
      if (isFitDue()) {
        fit();
      }
    }
    scale.add(value);
  }

  private void learn(double value, double z) {
    double s = size.at(z);
    double error = Math.max(-LARGEST, Math.min(LARGEST, scale.toScale(value) - z));
    if (planes != null) {
      CentralBounds said = planes.at(z, s);
      for (int place = 0; place < CentralBounds.COUNT; place++) {
        scores.get(place).add(said.missing(place, error));
      }
    }
    points.add(z);
    sizes.add(s);
    errors.add(error);
    size.add(error, s);
    told++;
  }

  private boolean isFitDue() {
    double next = Math.min(GROWTH * fittedAt, fittedAt + MOST_BETWEEN);
    return told >= Math.max(FIRST_FIT, next);
  }

  private void fit() {
    double[][] features = {points.newest(FITTED), sizes.newest(FITTED)};
    planes = QuantilePlanes.fit(features, errors.newest(FITTED));
    fittedAt = told;
  }
}
