package org.updateall.modeling.progress;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.updateall.modeling.progress.Standing.Stage;

/**
 * Joint draws of durations. What has ended is known; what runs is drawn from the law of what lasts
 * longer, one after another, each given those before it; what waits is drawn given all of these. A
 * draw weighs as much as what is known of those that run is likely in it.
 *
 * <pre>
 * R, L     correlations of the normal scores, in the order ended, running, waiting;  R = L L'
 * z        normal scores of the durations:   z = L e
 * e        independent standard normal numbers
 * z_j      given those before it: mean m = sum_k&lt;j L_jk e_k, deviation s = L_jj
 * ended:   z_j known,                          e_j = (z_j - m) / s
 * running: z_j from its law given m and s,     e_j likewise;   weight = product of W_j(m, s)
 * waiting: e_j drawn,                          z_j = m + s e_j
 * </pre>
 *
 * <p>So the scores of what waits have the mean R21 R11^-1 z1. A score beyond that of the last
 * predicted quantile tells others no more than that quantile would: what stalls, stalls by itself.
 */
final class SequentialDraws {

  /** What runs has this left at the least, in seconds: times are kept to the microsecond. */
  static final double LEAST_LEFT = 1e-6;

  private static final double TOLERANCE = 1e-9;
  private static final double LEAST_PIVOT = 1e-12;

  private final List<DurationLaw> laws;
  private final EvenNumbers numbers;
  private final List<Standing> standings;
  private final int draws;
  private final int[] order;
  private final double[][] independent;
  private final double[][] left;
  private final double[] logWeights;

  SequentialDraws(
      List<DurationLaw> laws, EvenNumbers numbers, int draws, List<Standing> standings) {
    this.laws = laws;
    this.numbers = numbers;
    this.standings = standings;
    this.draws = draws;
    order =
        Stream.of(Stage.ENDED, Stage.RUNNING, Stage.WAITING).flatMapToInt(this::placesOf).toArray();
    independent = new double[order.length][draws];
    left = new double[laws.size()][draws];
    logWeights = new double[draws];
  }

  private IntStream placesOf(Stage stage) {
    return IntStream.range(0, standings.size()).filter(i -> standings.get(i).stage() == stage);
  }

  DrawsLeft draw(double[][] correlations) {
    double[][] root = order.length == 0 ? new double[0][] : root(correlations);
    for (int place = 0; place < order.length; place++) {
      int index = order[place];
      double[] means = means(root[place], place);
      double deviation = root[place][place];
      switch (standings.get(index).stage()) {
        case ENDED -> ended(place, means, deviation);
        case RUNNING -> running(place, means, deviation);
        case WAITING -> waiting(place, means, deviation);
        case ABSENT -> throw new IllegalStateException("what is absent has no place");
      }
    }
    return new DrawsLeft(left, weights());
  }

  private double[][] root(double[][] correlations) {
    double[][] ordered = new double[order.length][order.length];
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        ordered[i][j] = correlations[order[i]][order[j]];
      }
    }
    return new CholeskyDecomposition(
            new Array2DRowRealMatrix(ordered, false), TOLERANCE, LEAST_PIVOT)
        .getL()
        .getData();
  }

  private double[] means(double[] weights, int place) {
    double[] means = new double[draws];
    for (int before = 0; before < place; before++) {
      double weight = weights[before];
      double[] known = independent[before];
      for (int draw = 0; draw < draws; draw++) {
        means[draw] += weight * known[draw];
      }
    }
    return means;
  }

  private void ended(int place, double[] means, double deviation) {
    DurationLaw law = laws.get(order[place]);
    double score = law.bounded(law.scoreOfOutcome(standings.get(order[place]).seconds()));
    for (int draw = 0; draw < draws; draw++) {
      independent[place][draw] = (score - means[draw]) / deviation;
    }
  }

  private void running(int place, double[] means, double deviation) {
    int index = order[place];
    DurationLaw law = laws.get(index);
    double elapsed = standings.get(index).seconds();
    RunningLaw running = RunningLaw.of(law, elapsed, standings.get(index).done());
    RunningDraws durations = new RunningDraws(running, means, deviation);
    for (int draw = 0; draw < draws; draw++) {
      RunningLaw.Draw drawn = durations.draw(draw, numbers.uniform()[index][draw]);
      left[index][draw] = Math.max(LEAST_LEFT, drawn.duration() - elapsed);
      double score = law.bounded(drawn.score());
      independent[place][draw] = (score - means[draw]) / deviation;
      logWeights[draw] += durations.logWeight(draw);
    }
  }

  private void waiting(int place, double[] means, double deviation) {
    int index = order[place];
    double[] drawn = numbers.normal()[index];
    independent[place] = drawn;
    for (int draw = 0; draw < draws; draw++) {
      left[index][draw] = laws.get(index).duration(means[draw] + deviation * drawn[draw]);
    }
  }

  private double[] weights() {
    double greatest = Arrays.stream(logWeights).max().orElse(0);
    return Arrays.stream(logWeights).map(each -> Math.exp(each - greatest)).toArray();
  }
}
