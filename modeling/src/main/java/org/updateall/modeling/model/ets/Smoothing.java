package org.updateall.modeling.model.ets;

/**
 * The smoothing parameters of one form.
 *
 * @param alpha how much of an innovation enters the level
 * @param beta how much of it enters the trend; 0 without a trend
 * @param phi how much of the trend survives a step; 1 unless damped
 */
record Smoothing(EtsForm form, double alpha, double beta, double phi) {

  static final double SMALLEST = 1e-4;
  static final double LARGEST_ALPHA = 0.9999;
  static final double SMALLEST_PHI = 0.8;
  static final double LARGEST_PHI = 0.98;

  static Smoothing ofLevel(double alpha) {
    return new Smoothing(EtsForm.LEVEL, alpha, 0, 1);
  }

  /**
   * From a point of the search space: alpha, beta's place between its bounds, phi; as many as the
   * form has.
   */
  static Smoothing fromPoint(EtsForm form, double[] point) {
    double alpha = point[0];
    return switch (form) {
      case LEVEL -> ofLevel(alpha);
      case TREND -> new Smoothing(form, alpha, betaBelow(alpha, point[1]), 1);
      case DAMPED_TREND -> new Smoothing(form, alpha, betaBelow(alpha, point[1]), point[2]);
    };
  }

  private static double betaBelow(double alpha, double share) {
    return SMALLEST + share * (alpha - SMALLEST);
  }
}
