package org.updateall.modeling.combination;

/**
 * The range of the newest values.
 *
 * @param least NaN without values
 * @param greatest NaN without values
 */
record Range(double least, double greatest) {

  static Range of(Past past) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int back = 0; back < past.size(); back++) {
      least = Math.min(least, past.value(back));
      greatest = Math.max(greatest, past.value(back));
    }
    return past.size() == 0 ? new Range(Double.NaN, Double.NaN) : new Range(least, greatest);
  }

  /** The forecast, held within this range widened by its own width for every step ahead. */
  double limit(double forecast, int ahead) {
    double margin = ahead * (greatest - least);
    return Math.max(least - margin, Math.min(greatest + margin, forecast));
  }
}
