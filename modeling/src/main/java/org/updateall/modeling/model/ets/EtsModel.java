package org.updateall.modeling.model.ets;

import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.numbers.Require;

/**
 * A fitted exponential smoothing model; its components are all that is needed to go on with it.
 *
 * @param components which components the model has
 * @param smoothing how fast it learns
 * @param state what it remembers after the last observation
 * @param sigmaSquared variance of the innovations of the fit: in squared units of the series, or
 *     relative to the squared forecast with multiplicative error
 * @param logLikelihood of the fit, up to a constant, in R's convention (see {@link EtsFilter}): to
 *     be compared with no other family's
 * @param aicc of the fit, from that log-likelihood; the plain AIC where n is too small for it
 * @param observations how many observed values the state rests on
 */
public record EtsModel(
    EtsForm components,
    Smoothing smoothing,
    EtsState state,
    double sigmaSquared,
    double logLikelihood,
    double aicc,
    int observations)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if a part is missing, the state does not fit the components,
   *     the observations are negative, or a figure of the fit is not a number; such a figure may be
   *     infinite
   */
  public EtsModel {
    Require.that(components != null, "components", components);
    Require.that(smoothing != null, "smoothing", smoothing);
    Require.that(state != null, "state", state);
    Require.that(components.hasTrend() || state.trend() == 0, "trend", state.trend());
    int period = state.season().size();
    Require.that(components.hasSeason() ? period > 1 : period == 0, "number of seasons", period);
    if (components.hasSeasonFactors()) {
      state.season().forEach(factor -> Require.that(factor > 0, "season", factor));
    }
    Require.that(sigmaSquared >= 0, "sigmaSquared", sigmaSquared);
    Require.that(!Double.isNaN(logLikelihood), "logLikelihood", logLikelihood);
    Require.that(!Double.isNaN(aicc), "aicc", aicc);
    Require.that(observations >= 0, "observations", observations);
  }

  /**
   * The model of that form with these parameters and these states before the first value, after it
   * has seen the series.
   *
   * @throws IllegalArgumentException if the states do not fit the form
   */
  public static EtsModel filtered(
      EtsForm form, Smoothing smoothing, EtsState initial, TimeSeries series) {
    return EtsFilter.run(form, smoothing, initial, series.observedValues());
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    return means(future.size());
  }

  private double[] means(int horizon) {
    Recursion recursion = new Recursion(components, smoothing, state);
    double[] means = new double[horizon];
    for (int step = 0; step < horizon; step++) {
      means[step] = recursion.advance();
      recursion.learn(0);
    }
    return means;
  }

  /** Filters one observation; variance, likelihood and AICc remain those of the fit. */
  @Override
  public EtsModel update(Occasion occasion, double observation) {
    boolean missing = Double.isNaN(observation);
    Recursion recursion = new Recursion(components, smoothing, state);
    double mean = recursion.advance();
    recursion.learn(missing ? 0 : observation - mean);
    return new EtsModel(
        components,
        smoothing,
        recursion.state(),
        sigmaSquared,
        logLikelihood,
        aicc,
        missing ? observations : observations + 1);
  }

  @Override
  public String form() {
    return components.label();
  }

  /**
   * How much the standard deviation of the error grows, to first order in the size of innovations
   * (see {@link ErrorGrowth}): exact with additive error; with multiplicative error without the
   * compounding of innovations, which lets the variance explode on series that vary by more than
   * themselves, but hardly widens the middle of the distribution. If the forecast of the next value
   * is next to 0, so that its error is too, it is that of the additive form.
   */
  @Override
  public double errorGrowth(int horizon) {
    return new ErrorGrowth(components, smoothing, state).at(horizon, means(horizon));
  }

  /** The same model of {@code centre + scale * series}. */
  EtsModel rescaled(double centre, double scale) {
    double shift = observations * Math.log(scale);
    double seasonScale = components.hasSeasonFactors() ? 1 : scale;
    EtsState moved =
        new EtsState(
            centre + scale * state.level(),
            scale * state.trend(),
            state.season().stream().map(each -> seasonScale * each).toList());
    return new EtsModel(
        components,
        smoothing,
        moved,
        components.hasRelativeError() ? sigmaSquared : scale * scale * sigmaSquared,
        logLikelihood - shift,
        aicc + 2 * shift,
        observations);
  }
}
