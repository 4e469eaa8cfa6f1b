package org.updateall.modeling.progress;

import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.numbers.Require;

/**
 * The durations of several things that depend on one another, asked for again and again while they
 * are under way. Always the same underlying numbers are used, so that answers differ by what has
 * become known, and not by chance. Immutable.
 */
public final class JointDurations {

  private final List<DurationLaw> laws;
  private final double[][] correlations;
  private final EvenNumbers numbers;
  private final int draws;

  private JointDurations(
      List<DurationLaw> laws, double[][] correlations, EvenNumbers numbers, int draws) {
    this.laws = laws;
    this.correlations = correlations;
    this.numbers = numbers;
    this.draws = draws;
  }

  /**
   * @param levels strictly ascending, between 0 and 1, at least three
   * @param quantiles of each duration, one for each level: finite, not negative, not decreasing
   * @param correlations of their normal scores: symmetric, positive definite, 1 on the diagonal
   * @param draws how many joint draws are made, a power of two
   * @throws IllegalArgumentException if there are not as many in each
   */
  public static JointDurations of(
      double[] levels, double[][] quantiles, double[][] correlations, int draws) {
    Require.that(
        correlations.length == quantiles.length, "count of correlations", correlations.length);
    Require.that(Integer.bitCount(draws) == 1, "number of draws", draws);
    return new JointDurations(
        Arrays.stream(quantiles).map(each -> DurationLaw.of(levels, each)).toList(),
        correlations,
        EvenNumbers.of(quantiles.length, draws),
        draws);
  }

  /** Whether that one has been running for longer than it was expected to with any likelihood. */
  public boolean isLongerThanEverSeen(int index, double elapsed) {
    return elapsed > laws.get(index).highest();
  }

  /**
   * What is left of each, drawn jointly.
   *
   * @param standings how far each has come
   * @throws IllegalArgumentException if there are not as many
   */
  public DrawsLeft left(List<Standing> standings) {
    Require.that(standings.size() == laws.size(), "count of standings", standings.size());
    return new SequentialDraws(laws, numbers, draws, standings).draw(correlations);
  }
}
