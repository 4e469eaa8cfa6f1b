package org.updateall.modeling.progress;

/**
 * The upper tail of the standard normal distribution, P(Z > z), to about eight digits of itself,
 * and fast (algorithm of Hart, 1968, as given by West, "Better Approximations to Cumulative Normal
 * Functions", Wilmott Magazine, 2005).
 */
final class NormalTail {

  private static final double END = 37;
  private static final double CONTINUED_FRACTION_FROM = 7.07106781186547;
  private static final double ROOT_OF_TWO_PI = 2.506628274631;

  private NormalTail() {}

  static double above(double z) {
    double size = Math.abs(z);
    double tail = size > END ? 0 : Math.exp(-size * size / 2) * share(size);
    return z > 0 ? tail : 1 - tail;
  }

  private static double share(double size) {
    return size < CONTINUED_FRACTION_FROM ? rational(size) : continuedFraction(size);
  }

  private static double rational(double x) {
    double above = 3.52624965998911e-02 * x + 0.700383064443688;
    above = above * x + 6.37396220353165;
    above = above * x + 33.912866078383;
    above = above * x + 112.079291497871;
    above = above * x + 221.213596169931;
    above = above * x + 220.206867912376;
    double below = 8.83883476483184e-02 * x + 1.75566716318264;
    below = below * x + 16.064177579207;
    below = below * x + 86.7807322029461;
    below = below * x + 296.564248779674;
    below = below * x + 637.333633378831;
    below = below * x + 793.826512519948;
    below = below * x + 440.413735824752;
    return above / below;
  }

  private static double continuedFraction(double x) {
    double fraction = x + 0.65;
    for (int term = 4; term > 0; term--) {
      fraction = x + term / fraction;
    }
    return 1 / (fraction * ROOT_OF_TWO_PI);
  }
}
