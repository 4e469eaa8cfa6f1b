package org.updateall.adapters.report.page;

import java.util.List;

/**
 * Values in two characters each, for a page that holds a hundred thousand of them: how far they lie
 * between the least and the greatest by their logarithms, in 4,094 equal steps; 0 on its own. With
 * the greatest a thousand times the least that is good to .1 %, at a million times to .2 %.
 *
 * <pre>
 * step  = round(4094 ln(value / low) / ln(high / low)), from 0
 * code  = step + 1, or 0 for what is not above 0
 * text  = code / 64, then code mod 64, by the alphabet of Base64 (RFC 4648)
 * </pre>
 *
 * @param low the least value above 0, though not below a millionth of the greatest
 * @param high the greatest
 */
record PackedValues(double low, double high) {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final int STEPS = 4094;
  private static final double SMALLEST_RATIO = 1e-6;

  /** A scale on which each of these has a place. */
  static PackedValues scaleOf(List<Double> values) {
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double floor = high * SMALLEST_RATIO;
    double low =
        values.stream().mapToDouble(each -> each).filter(each -> each > floor).min().orElse(1);
    return new PackedValues(low, Math.max(low, high));
  }

  String pack(List<Double> values) {
    StringBuilder packed = new StringBuilder(2 * values.size());
    for (double value : values) {
      int code = code(value);
      packed.append(ALPHABET.charAt(code / 64)).append(ALPHABET.charAt(code % 64));
    }
    return packed.toString();
  }

  private int code(double value) {
    if (!(value > 0)) {
      return 0;
    }
    double share = high > low ? Math.log(value / low) / Math.log(high / low) : 0;
    return 1 + (int) Math.round(STEPS * Math.max(0, Math.min(1, share)));
  }
}
