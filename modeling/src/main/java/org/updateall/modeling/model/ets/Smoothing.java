package org.updateall.modeling.model.ets;

/**
 * The smoothing parameters of a model.
 *
 * @param alpha how much of an innovation enters the level
 * @param beta how much of it enters the trend; 0 without a trend
 * @param gamma how much of it enters the season; 0 without a season
 * @param phi how much of the trend survives a step; 1 unless damped
 */
public record Smoothing(double alpha, double beta, double gamma, double phi) {

  /**
   * @throws IllegalArgumentException if alpha, beta or gamma is not from 0 to 1, or phi not above 0
   *     and at most 1
   */
  public Smoothing {
    requireShare("alpha", alpha);
    requireShare("beta", beta);
    requireShare("gamma", gamma);
    requireShare("phi", phi);
    if (phi == 0) {
      throw new IllegalArgumentException("phi is not allowed: " + phi);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  /** Of a level alone. */
  static Smoothing ofLevel(double alpha) {
    return new Smoothing(alpha, 0, 0, 1);
  }
}
