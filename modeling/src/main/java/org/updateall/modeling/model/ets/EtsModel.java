package org.updateall.modeling.model.ets;

import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;

/**
 * A fitted exponential smoothing model; its components are all that is needed to go on with it.
 *
 * @param components which components the model has
 * @param alpha how much of an innovation enters the level
 * @param beta how much of it enters the trend; 0 without a trend
 * @param phi how much of the trend survives a step; 1 unless damped
 * @param level the level after the last observation
 * @param trend the trend after the last observation
 * @param sigmaSquared variance of the innovations of the fit, in squared units of the series
 * @param logLikelihood of the fit, up to a constant, in R's convention (-n/2 ln of the sum of
 *     squared innovations): to be compared with no other family's
 * @param aicc of the fit, from that log-likelihood; the plain AIC where n is too small for it
 * @param observations how many observations the states rest on
 */
public record EtsModel(
    EtsForm components,
    double alpha,
    double beta,
    double phi,
    double level,
    double trend,
    double sigmaSquared,
    double logLikelihood,
    double aicc,
    int observations)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if the components are missing, a smoothing parameter is beyond
   *     its range, a state is not finite, the observations are negative, or a figure of the fit is
   *     not a number; such a figure may be infinite
   */
  public EtsModel {
    if (components == null) {
      throw new IllegalArgumentException("components is missing");
    }
    require(alpha >= 0 && alpha <= 1, "alpha", alpha);
    require(beta >= 0 && beta <= 1, "beta", beta);
    require(phi > 0 && phi <= 1, "phi", phi);
    require(Double.isFinite(level), "level", level);
    require(Double.isFinite(trend), "trend", trend);
    require(sigmaSquared >= 0, "sigmaSquared", sigmaSquared);
    require(!Double.isNaN(logLikelihood), "logLikelihood", logLikelihood);
    require(!Double.isNaN(aicc), "aicc", aicc);
    require(observations >= 0, "observations", observations);
  }

  private static void require(boolean allowed, String name, double value) {
    if (!allowed) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    int horizon = future.size();
    double[] forecasts = new double[horizon];
    double survivingTrend = trend;
    double forecast = level;
    for (int step = 0; step < horizon; step++) {
      survivingTrend *= phi;
      forecast += survivingTrend;
      forecasts[step] = forecast;
    }
    return forecasts;
  }

  /** Filters one observation; variance, likelihood and AICc remain those of the fit. */
  @Override
  public EtsModel update(Occasion occasion, double observation) {
    double damped = phi * trend;
    double innovation = Double.isNaN(observation) ? 0 : observation - (level + damped);
    return new EtsModel(
        components,
        alpha,
        beta,
        phi,
        level + damped + alpha * innovation,
        damped + beta * innovation,
        sigmaSquared,
        logLikelihood,
        aicc,
        observations + 1);
  }

  @Override
  public String form() {
    return components.label();
  }

  /**
   * The square root of 1 + Σ c_j² over j = 1 … horizon-1, with c_j = alpha + beta (phi + … + phi^j)
   * (Hyndman, Koehler, Ord and Snyder 2008, table 6.1, class 1).
   */
  @Override
  public double errorGrowth(int horizon) {
    double variance = 1;
    double power = 1;
    double survivingTrends = 0;
    for (int j = 1; j < horizon; j++) {
      power *= phi;
      survivingTrends += power;
      double c = alpha + beta * survivingTrends;
      variance += c * c;
    }
    return Math.sqrt(variance);
  }

  /** The same model of {@code centre + scale * series}. */
  EtsModel rescaled(double centre, double scale) {
    double shift = observations * Math.log(scale);
    return new EtsModel(
        components,
        alpha,
        beta,
        phi,
        centre + scale * level,
        scale * trend,
        scale * scale * sigmaSquared,
        logLikelihood - shift,
        aicc + 2 * shift,
        observations);
  }
}
