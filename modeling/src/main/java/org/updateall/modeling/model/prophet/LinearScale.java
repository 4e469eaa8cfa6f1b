package org.updateall.modeling.model.prophet;

import org.updateall.modeling.numbers.Require;

/**
 * A scale on which {@code x} stands at {@code (x - origin) / unit}.
 *
 * @param origin what stands at 0
 * @param unit how much makes 1; above 0
 */
public record LinearScale(double origin, double unit) {

  /**
   * @throws IllegalArgumentException if the origin or the unit is not finite, or the unit not above
   *     0
   */
  public LinearScale {
    Require.finite("origin", origin);
    Require.that(unit > 0 && Double.isFinite(unit), "unit", unit);
  }

  double to(double x) {
    return (x - origin) / unit;
  }

  double from(double scaled) {
    return origin + unit * scaled;
  }
}
