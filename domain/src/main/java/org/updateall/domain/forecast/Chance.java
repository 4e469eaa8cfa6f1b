package org.updateall.domain.forecast;

/**
 * How likely something is, and how sure that is.
 *
 * @param probability from 0 to 1
 * @param lower lower bound of its credible interval, not above the probability
 * @param upper upper bound of its credible interval, not below the probability
 */
public record Chance(double probability, double lower, double upper) {

  /**
   * @throws IllegalArgumentException unless 0 &lt;= lower &lt;= probability &lt;= upper &lt;= 1
   */
  public Chance {
    if (!(lower >= 0 && lower <= probability && probability <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "not a probability within its interval: %s in [%s, %s]"
              .formatted(probability, lower, upper));
    }
  }
}
