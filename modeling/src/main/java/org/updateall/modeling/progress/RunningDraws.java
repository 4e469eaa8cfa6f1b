package org.updateall.modeling.progress;

import java.util.Arrays;

/**
 * Draws of the duration of what is running, when what is known of others, and with it the mean of
 * the normal score, differs from draw to draw. The law is worked out for a few means, and durations
 * of the same probability are interpolated between them.
 */
final class RunningDraws {

  /** How finely means are told apart, in deviations, and into how many parts at the most. */
  private static final double STEP = 0.25;

  private static final int MAX_PARTS = 16;

  /** Below it, what is known of others is impossible together with this, and is left aside. */
  private static final double IMPOSSIBLE = 1e-300;

  private final double[] means;
  private final double least;
  private final double step;
  private final RunningLaw.Given[] laws;
  private final double[] logLikelihoods;

  /**
   * @param means the mean of the normal score, by draw
   * @param deviation of the normal score about each of them
   */
  RunningDraws(RunningLaw law, double[] means, double deviation) {
    this.means = means;
    least = Arrays.stream(means).min().orElse(0);
    double range = Arrays.stream(means).max().orElse(0) - least;
    int parts = (int) Math.min(MAX_PARTS, Math.ceil(range / (STEP * deviation)));
    step = parts == 0 ? 1 : range / parts;
    laws = new RunningLaw.Given[parts + 1];
    logLikelihoods = new double[parts + 1];
    for (int part = 0; part <= parts; part++) {
      RunningLaw.Given given = law.given(least + part * step, deviation);
      boolean possible = given.likelihood() > IMPOSSIBLE;
      laws[part] = possible ? given : law.given(0, 1);
      logLikelihoods[part] = Math.log(Math.max(IMPOSSIBLE, given.likelihood()));
    }
  }

  /** The duration in that draw that is not exceeded with this probability, and its score. */
  RunningLaw.Draw draw(int draw, double probability) {
    int part = part(draw);
    double share = share(draw, part);
    RunningLaw.Draw below = laws[part].draw(probability);
    if (share == 0) {
      return below;
    }
    RunningLaw.Draw above = laws[part + 1].draw(probability);
    return new RunningLaw.Draw(
        mix(below.duration(), above.duration(), share), mix(below.score(), above.score(), share));
  }

  /** How well this goes with the mean of that draw, as a logarithm. */
  double logWeight(int draw) {
    int part = part(draw);
    double share = share(draw, part);
    double below = logLikelihoods[part];
    return share == 0 ? below : mix(below, logLikelihoods[part + 1], share);
  }

  private int part(int draw) {
    return Math.min((int) ((means[draw] - least) / step), laws.length - 1);
  }

  private double share(int draw, int part) {
    return part == laws.length - 1 ? 0 : (means[draw] - least) / step - part;
  }

  private static double mix(double first, double second, double share) {
    return first + share * (second - first);
  }
}
