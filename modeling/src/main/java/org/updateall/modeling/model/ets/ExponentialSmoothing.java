package org.updateall.modeling.model.ets;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.EarlyLevel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;

/**
 * Exponential smoothing as innovations state space models; the form with the least AICc is taken.
 *
 * <p>Forms with multiplicative error compete if all values are positive. Forms with a season do if
 * the window has a period of 2 to 24, and more values than the form has parameters, and four. Up to
 * six values no parameter is estimated: the level is the mean of three, smoothed by one half from
 * the fourth on. A constant series is forecast by its constant.
 *
 * <p>The fit is equivariant: that of {@code b * series} is the fit of the series, scaled; that of
 * {@code a + b * series} is the fit of the series, shifted and scaled, as far as forms with
 * additive error and season go: what is relative to the level is not preserved by a shift.
 * Thread-safe.
 */
public final class ExponentialSmoothing implements ModelFamily {

  private static final int MIN_OBSERVATIONS = 5;
  private static final int LONGEST_PERIOD = 24;

  /** Spread below this share of the largest value is rounding, and the series constant. */
  private static final double CONSTANT = 1e-13;

  /** Innovations with this share of the variance of the series are rounding: no need to go on. */
  private static final double PERFECT = 1e-20;

  @Override
  public String name() {
    return "exponential_smoothing";
  }

  @Override
  public int minObservations() {
    return MIN_OBSERVATIONS;
  }

  @Override
  public EtsModel fit(TimeSeries window) {
    double[] series = window.observedValues();
    window.requireObserved(MIN_OBSERVATIONS);
    return best(candidates(series, window.period()), series, window.period());
  }

  /**
   * Fits one form, whatever others would do. A window that is constant, too short for the form, or
   * that the form cannot describe, gives a level alone.
   *
   * @param window with at least one observed value
   * @throws IllegalArgumentException if there is none
   */
  public EtsModel fit(EtsForm form, TimeSeries window) {
    double[] series = window.observedValues();
    window.requireObserved(1);
    boolean described = candidates(series, window.period()).contains(form);
    return best(described ? List.of(form) : List.of(), series, window.period());
  }

  /** The forms that the series can carry, simpler ones first. */
  private static List<EtsForm> candidates(double[] series, int period) {
    int observed = Moments.count(series);
    boolean seasonal = period > 1 && period <= LONGEST_PERIOD;
    boolean positive = Arrays.stream(series).noneMatch(value -> value <= 0);
    return EtsForm.all().stream()
        .filter(form -> seasonal || !form.hasSeason())
        .filter(form -> positive || !form.hasRelativeError())
        .filter(form -> form.isSupportedBy(observed, period))
        .toList();
  }

  private static EtsModel best(List<EtsForm> forms, double[] series, int period) {
    double centre = Moments.mean(series);
    double scale = Moments.standardDeviation(series, centre);
    if (scale <= CONSTANT * Math.abs(centre)) {
      return constant(series);
    }
    EtsModel best = null;
    for (EtsForm form : forms) {
      best = better(mostLikely(form, series, period, centre, scale), best);
      if (best != null && isPerfect(best, scale)) {
        return best;
      }
    }
    return best == null
        ? earlyLevel(standardised(series, centre, scale)).rescaled(centre, scale)
        : best;
  }

  /** In units of the mean if the error is relative, else in deviations from it. */
  private static @Nullable EtsModel mostLikely(
      EtsForm form, double[] series, int period, double mean, double deviation) {
    double centre = form.hasRelativeError() ? 0 : mean;
    double scale = form.hasRelativeError() ? mean : deviation;
    EtsModel model = EtsLikelihood.maximize(form, standardised(series, centre, scale), period);
    return model == null ? null : model.rescaled(centre, scale);
  }

  private static double[] standardised(double[] series, double centre, double scale) {
    return Arrays.stream(series).map(y -> (y - centre) / scale).toArray();
  }

  private static boolean isPerfect(EtsModel model, double deviation) {
    return !model.components().hasRelativeError()
        && model.sigmaSquared() <= PERFECT * deviation * deviation;
  }

  private static @Nullable EtsModel better(
      @Nullable EtsModel candidate, @Nullable EtsModel incumbent) {
    if (candidate == null || incumbent == null) {
      return candidate == null ? incumbent : candidate;
    }
    return candidate.aicc() < incumbent.aicc() ? candidate : incumbent;
  }

  private static EtsModel constant(double[] series) {
    double[] observed = observed(series);
    double level = observed[observed.length - 1];
    return EtsFilter.run(
        EtsForm.LEVEL,
        Smoothing.ofLevel(EarlyLevel.gain(observed.length)),
        EtsState.ofLevel(level),
        observed);
  }

  /** Simple smoothing whose gain is 1/n at the n-th observation, but not below the early gain. */
  private static EtsModel earlyLevel(double[] series) {
    double[] observed = observed(series);
    double level = observed[0];
    double sum = 0;
    for (int seen = 1; seen < observed.length; seen++) {
      double innovation = observed[seen] - level;
      sum += innovation * innovation;
      level += EarlyLevel.gain(seen) * innovation;
    }
    return EtsFilter.model(
        EtsForm.LEVEL,
        Smoothing.ofLevel(EarlyLevel.gain(observed.length)),
        EtsState.ofLevel(level),
        sum,
        -0.5 * observed.length * Math.log(sum),
        observed.length);
  }

  private static double[] observed(double[] series) {
    return Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
  }
}
