package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sign that predictions no longer fit, in the newest of them.
 *
 * <p>Two rules look at every series. Where predictions fit, intervals miss independently of one
 * another with probability 1 - level, and half of all outcomes lie above the point, whatever came
 * before. Each rule then speaks in at most one of {@value #ONE_IN} looks:
 *
 * <ul>
 *   <li>Of the newest {@value #WINDOW} outcomes, or of as many as there are, so many lay outside
 *       that this many or more have a binomial probability below 1 / {@value #ONE_IN}.
 *   <li>The newest {@value #RUN_LENGTH} outcomes all lay on the same side of the point, which has
 *       the probability 2 / 2^12.
 * </ul>
 *
 * @param kind what is odd
 * @param count how many outcomes are so
 * @param of of how many that were looked at
 */
public record DriftWarning(Kind kind, int count, int of) {

  static final int WINDOW = 30;
  static final int RUN_LENGTH = 12;
  static final int ONE_IN = 2000;

  /** What is odd. */
  public enum Kind {
    /** Too many outcomes outside of their intervals. */
    OUTSIDE,
    /** Every outcome above what was foretold. */
    ABOVE,
    /** Every outcome below what was foretold. */
    BELOW;

    /** The name in machine-readable output: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DriftWarning {
    requireNonNull(kind, "kind");
  }

  /**
   * What the newest of these tell.
   *
   * @param judged oldest first
   */
  static List<DriftWarning> of(List<JudgedPrediction> judged) {
    List<DriftWarning> warnings = new ArrayList<>();
    List<JudgedPrediction> window = newest(judged, WINDOW);
    int outside = (int) window.stream().filter(each -> !each.isInside()).count();
    if (outside > 0 && tail(window.size(), outside, chanceOutside(window)) < 1.0 / ONE_IN) {
      warnings.add(new DriftWarning(Kind.OUTSIDE, outside, window.size()));
    }
    List<JudgedPrediction> run = newest(judged, RUN_LENGTH);
    if (run.size() == RUN_LENGTH) {
      if (run.stream().allMatch(each -> each.error() < 0)) {
        warnings.add(new DriftWarning(Kind.ABOVE, RUN_LENGTH, RUN_LENGTH));
      } else if (run.stream().allMatch(each -> each.error() > 0)) {
        warnings.add(new DriftWarning(Kind.BELOW, RUN_LENGTH, RUN_LENGTH));
      }
    }
    return warnings;
  }

  private static List<JudgedPrediction> newest(List<JudgedPrediction> judged, int count) {
    return judged.subList(Math.max(0, judged.size() - count), judged.size());
  }

  private static double chanceOutside(List<JudgedPrediction> judged) {
    return judged.stream()
        .mapToDouble(each -> 1 - each.prediction().interval().level())
        .average()
        .orElse(0);
  }

  /** The probability of at least so many of n, each with probability p. */
  static double tail(int n, int atLeast, double p) {
    double sum = 0;
    double term = Math.pow(p, n);
    for (int k = n; k >= atLeast; k--) {
      sum += term;
      term *= (double) k / (n - k + 1) * (1 - p) / p;
    }
    return sum;
  }
}
