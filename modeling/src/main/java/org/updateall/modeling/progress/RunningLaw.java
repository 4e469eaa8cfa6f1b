package org.updateall.modeling.progress;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The law of the duration of what has been running for some time: that of what takes longer, each
 * duration weighed by what is known of the share done. Immutable.
 *
 * <pre>
 * e          time that has passed
 * x_0 = e, x_1, ..., x_K, then no end         cells of durations
 * z_k        normal scores of the cells' edges
 * L_k        likelihood of what is known of the share done, in the middle of the cell
 * m, s       mean and deviation of the normal score, given what is known of others
 * w_k      = L_k ( Phi((z_k+1 - m) / s) - Phi((z_k - m) / s) )
 * W        = sum w_k            likelihood of what is known of this, given what is known of others
 * </pre>
 *
 * <p>With one certain L, m = 0 and s = 1 this is Q(F(e) + p (1 - F(e))), the truncated law.
 */
final class RunningLaw {

  /** Beyond the last edge durations are those that were, divided by a uniform number. */
  private static final double MIDDLE_OF_END = 2;

  private static final double LEAST_UNIFORM = 1e-9;

  private final double[] edges;
  private final double[] scores;
  private final double[] likelihoods;

  private RunningLaw(double[] edges, double[] scores, double[] likelihoods) {
    this.edges = edges;
    this.scores = scores;
    this.likelihoods = likelihoods;
  }

  static RunningLaw of(DurationLaw law, double elapsed, @Nullable ShareDone done) {
    DoubleStream told = done == null ? DoubleStream.empty() : done.knots();
    double[] edges =
        DoubleStream.concat(
                DoubleStream.of(elapsed),
                DoubleStream.concat(Arrays.stream(law.knots()), told)
                    .filter(knot -> knot > elapsed)
                    .sorted())
            .toArray();
    return new RunningLaw(
        edges, Arrays.stream(edges).map(law::score).toArray(), likelihoods(edges, done));
  }

  private static double[] likelihoods(double[] edges, @Nullable ShareDone done) {
    double[] likelihoods = new double[edges.length];
    for (int k = 0; k < edges.length; k++) {
      double middle =
          k + 1 < edges.length ? (edges[k] + edges[k + 1]) / 2 : MIDDLE_OF_END * edges[k];
      likelihoods[k] = done == null ? 1 : done.likelihood(middle);
    }
    return likelihoods;
  }

  /** The law once the normal score is known to have that mean and deviation. */
  Given given(double mean, double deviation) {
    double[] sums = new double[edges.length];
    double sum = 0;
    double above = NormalTail.above((scores[0] - mean) / deviation);
    for (int k = 0; k < edges.length; k++) {
      double next = k + 1 < edges.length ? NormalTail.above((scores[k + 1] - mean) / deviation) : 0;
      sum += likelihoods[k] * Math.max(0, above - next);
      sums[k] = sum;
      above = next;
    }
    return new Given(sums);
  }

  /** The law with a known mean and deviation of the normal score. */
  final class Given {

    private final double[] sums;

    private Given(double[] sums) {
      this.sums = sums;
    }

    /** W: how well what is known of this goes with that mean and deviation. */
    double likelihood() {
      return sums[sums.length - 1];
    }

    /** The place, in cells, below which the duration lies with this probability. */
    private double place(double probability) {
      double sought = probability * likelihood();
      int found = Arrays.binarySearch(sums, sought);
      int cell = found < 0 ? Math.min(-found - 1, sums.length - 1) : found;
      double before = cell == 0 ? 0 : sums[cell - 1];
      double width = sums[cell] - before;
      return width > 0 ? cell + Math.min(1, (sought - before) / width) : cell;
    }

    /** The duration, and its normal score, that are not exceeded with this probability. */
    Draw draw(double probability) {
      double place = place(probability);
      int last = edges.length - 1;
      if (place >= last) {
        return new Draw(edges[last] / Math.max(LEAST_UNIFORM, edges.length - place), scores[last]);
      }
      int cell = (int) place;
      return new Draw(between(edges, place, cell), between(scores, place, cell));
    }

    double duration(double probability) {
      return draw(probability).duration();
    }

    double score(double probability) {
      return draw(probability).score();
    }
  }

  /** A duration and its normal score. */
  record Draw(double duration, double score) {}

  private static double between(double[] values, double place, int cell) {
    return values[cell] + (place - cell) * (values[cell + 1] - values[cell]);
  }
}
