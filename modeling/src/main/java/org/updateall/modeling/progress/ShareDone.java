package org.updateall.modeling.progress;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.updateall.modeling.numbers.Require;

/**
 * What it says of a duration that a share of the work was done after some time. Work is done
 * unevenly, and what is said of it may be wrong altogether.
 *
 * <pre>
 * pi      share done, after the time e
 * d     = e / pi                        the duration, were the rest done as fast
 * s       unevenness of the work
 * t     = s (1 + b) sqrt((1 - pi) / pi) standard deviation of log d about the logarithm of the duration
 * b       how often the share was said to be less than before
 * rho     probability that the share says nothing
 * L(x)  = (1 - rho) phi((log d - log x) / t) / t + rho / w
 * w       width of what log d may be if the share says nothing
 * </pre>
 *
 * <p>The deviation t is that of a random walk with independent steps, known at pi and asked for at
 * 1, relative to pi; s = 0.3 is that of some twenty packages whose times differ as a lognormal law
 * with deviation 1 does.
 *
 * @param share above 0, at most 1
 * @param elapsed time that had passed when it was said, above 0
 * @param setbacks how often less was said to be done than before
 */
public record ShareDone(double share, double elapsed, int setbacks) {

  private static final double UNEVENNESS = 0.3;
  private static final double SAYS_NOTHING = 0.05;
  private static final double WIDTH_OF_NOTHING = 4;

  /** What is said to be done and yet goes on is as sure as this share at the most. */
  private static final double MAX_SHARE = 0.99;

  /** Over how many deviations to either side, and how finely, the likelihood has to be followed. */
  private static final int REACH = 4;

  private static final int STEPS_PER_DEVIATION = 3;

  public ShareDone {
    Require.that(share > 0 && share <= 1, "share", share);
    Require.that(elapsed > 0 && Double.isFinite(elapsed), "elapsed", elapsed);
    Require.that(setbacks >= 0, "setbacks", setbacks);
  }

  /** L(x), but for a constant factor. */
  double likelihood(double duration) {
    double deviation = deviation();
    double z = Math.log(extrapolated() / duration) / deviation;
    double told = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / deviation;
    return (1 - SAYS_NOTHING) * told + SAYS_NOTHING / WIDTH_OF_NOTHING;
  }

  /** Durations, ascending, between which the likelihood changes little. */
  DoubleStream knots() {
    int steps = REACH * STEPS_PER_DEVIATION;
    double step = deviation() / STEPS_PER_DEVIATION;
    return IntStream.rangeClosed(-steps, steps)
        .mapToDouble(i -> extrapolated() * Math.exp(i * step));
  }

  private double extrapolated() {
    return elapsed / share;
  }

  private double deviation() {
    double sure = Math.min(share, MAX_SHARE);
    return UNEVENNESS * (1 + setbacks) * Math.sqrt((1 - sure) / sure);
  }
}
