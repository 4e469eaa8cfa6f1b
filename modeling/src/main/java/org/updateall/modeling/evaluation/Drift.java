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
    int outside = (int) levels.stream().filter(level -> level < tail || level > 1 - tail).count();
    return outside > 0
        && 1
                - new BinomialDistribution(null, levels.size(), 1 - LEVEL)
                    .cumulativeProbability(outside - 1)
            < RARE;
  }

  private static List<Double> newest(List<Double> levels, int count) {
    return levels.subList(Math.max(0, levels.size() - count), levels.size());
  }
}
