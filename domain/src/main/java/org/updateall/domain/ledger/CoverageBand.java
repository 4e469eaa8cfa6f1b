package org.updateall.domain.ledger;

/**
 * How often something came true, and the share that this speaks for: Wilson's score interval of 95
 * % (Journal of the American Statistical Association 22, 1927), which keeps near its level also for
 * few cases and shares near 1 (Brown, Cai and DasGupta, Statistical Science 16, 2001).
 *
 * <pre>
 * symbol   meaning
 * n        count
 * p        share, hits / n
 * z        0.975 quantile of the normal distribution
 *
 * bounds = (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n)
 * </pre>
 *
 * @param hits how often it came true
 * @param count of how many cases, at least one
 */
public record CoverageBand(int hits, int count) {

  private static final double Z = 1.959963984540054;

  /**
   * @throws IllegalArgumentException if there is no case, or there are more hits than cases
   */
  public CoverageBand {
    if (count < 1 || hits < 0 || hits > count) {
      throw new IllegalArgumentException("%d of %d".formatted(hits, count));
    }
  }

  public double share() {
    return (double) hits / count;
  }

  public double lower() {
    return hits == 0 ? 0 : centre() - reach();
  }

  public double upper() {
    return hits == count ? 1 : centre() + reach();
  }

  /** Whether that share lies within the bounds, or on one of them. */
  public boolean contains(double share) {
    return lower() <= share && share <= upper();
  }

  private double centre() {
    return (share() + Z * Z / (2 * count)) / (1 + Z * Z / count);
  }

  private double reach() {
    double variance = share() * (1 - share()) / count + Z * Z / (4.0 * count * count);
    return Z * Math.sqrt(variance) / (1 + Z * Z / count);
  }
}
