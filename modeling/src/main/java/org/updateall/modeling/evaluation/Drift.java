package org.updateall.modeling.evaluation;

import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Whether the newest outcomes say that a forecaster no longer fits: too many of them beyond its 90
 * % intervals, or all on the same side of its medians. Where it fits, each rule speaks of less than
 * one in 2,000 places of a series; {@link org.updateall.domain.ledger.DriftWarning} tells people by
 * the same rules.
 */
public final class Drift {

  private static final int WINDOW = 30;
  private static final int RUN_LENGTH = 12;
  private static final double LEVEL = 0.9;
  private static final double RARE = 1.0 / 2000;

  /** What is on a bound, or on the median, but for rounding, is on neither side of it. */
  private static final double ROUNDING = 1e-6;

  private static final int[] TOO_MANY = tooMany();

  private Drift() {}

  public static boolean isSeenIn(PastLevels past) {
    return isOneSided(newest(past.levels(), RUN_LENGTH))
        || isTooWide(newest(past.levels(), WINDOW));
  }

  private static boolean isOneSided(List<Double> levels) {
    return levels.size() == RUN_LENGTH
        && (levels.stream().allMatch(level -> level > 0.5 + ROUNDING)
            || levels.stream().allMatch(level -> level < 0.5 - ROUNDING));
  }

  private static boolean isTooWide(List<Double> levels) {
    double tail = (1 - LEVEL) / 2 - ROUNDING;
    int outside = 0;
    for (double level : levels) {
      if (level < tail || level > 1 - tail) {
        outside++;
      }
    }
    return outside >= TOO_MANY[levels.size()];
  }

  /** By the number of outcomes, how many of them outside are too many. */
  private static int[] tooMany() {
    int[] tooMany = new int[WINDOW + 1];
    for (int of = 0; of <= WINDOW; of++) {
      BinomialDistribution outside = new BinomialDistribution(null, of, 1 - LEVEL);
      tooMany[of] = 1;
      while (1 - outside.cumulativeProbability(tooMany[of] - 1) >= RARE && tooMany[of] <= of) {
        tooMany[of]++;
      }
    }
    return tooMany;
  }

  private static List<Double> newest(List<Double> levels, int count) {
    return levels.subList(Math.max(0, levels.size() - count), levels.size());
  }
}
