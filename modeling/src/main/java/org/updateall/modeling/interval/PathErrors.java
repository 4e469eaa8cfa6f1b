package org.updateall.modeling.interval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.conformal.ConformalQuantile;
import org.updateall.modeling.numbers.Require;

/**
 * How errors of several steps compare with those of one, and how far whole paths have strayed, from
 * paths that were forecast one after the other has ended.
 *
 * <pre>
 * w       half the width of the first step's 90 % interval, when the path was forecast
 * v_h     size of the error at step h     min(|y - yhat_h| / w, 10)
 * V_h     its discounted sum              V_h = .98 V_h + v_h,  k = .98 k + 1
 * m_h     growth that the model claims
 * g_h     growth                          (V_h / V_1)^a m_h^(1 - a),  at least g_(h-1), g_1 = 1
 * a       share of the own paths          k / (k + 10)
 * x_h     exceedance at step h            |y - yhat_h| / distance of the 90 % bound on that side
 * q       of the last 60 paths' greatest exceedances up to a step the conformal quantile
 * </pre>
 *
 * A band that is to hold a whole path is that of the single steps with all distances q times as
 * large, so that it keeps their shape (one score for a path: Cleaveland, Lee, Pappas and Lindemann,
 * AAAI 2024). While there are few paths, q is drawn towards the factor by which bounds at
 * Bonferroni's level are wider.
 */
public final class PathErrors {

  /** How many steps are followed; what lies beyond grows as the model claims. */
  public static final int STEPS = 7;

  /** The level of the bounds by which exceedances are measured. */
  public static final double LEVEL = 0.9;

  static final int PATHS = 60;

  private static final double DISCOUNT = 0.98;
  private static final double LARGEST = 10;
  private static final double SHRINKAGE = 10;
  private static final double FAR = 1e3;

  private final double[] sums = new double[STEPS];
  private double count;
  private int told;
  private @Nullable Underway underway;
  private final Deque<List<Double>> paths = new ArrayDeque<>();

  /**
   * A path that was forecast, and how it has gone so far.
   *
   * @param width half the width of the first step's interval
   * @param points the forecasts
   * @param lower the lower bounds
   * @param upper the upper bounds
   * @param errors the sizes of errors so far
   * @param exceedances the exceedances so far
   */
  public record Underway(
      double width,
      List<Double> points,
      List<Double> lower,
      List<Double> upper,
      List<Double> errors,
      List<Double> exceedances) {

    /**
     * @throws IllegalArgumentException if the lists do not have a number for each step, those of
     *     what came as many as one another, or a number is not finite
     */
    public Underway {
      points = Require.allFinite("points", points);
      lower = Require.allFinite("lower", lower);
      upper = Require.allFinite("upper", upper);
      errors = Require.allFinite("errors", errors);
      exceedances = Require.allFinite("exceedances", exceedances);
      Require.that(width > 0 && Double.isFinite(width), "width", width);
      boolean whole = points.size() == STEPS && lower.size() == STEPS && upper.size() == STEPS;
      Require.that(whole, "steps of a path", points.size());
      boolean begun = errors.size() == exceedances.size() && errors.size() < STEPS;
      Require.that(begun, "steps that came", errors.size());
    }

    private Underway plus(double value) {
      return new Underway(width, points, lower, upper, errorsWith(value), exceedancesWith(value));
    }

    private List<Double> errorsWith(double value) {
      return with(errors, Math.abs(value - points.get(errors.size())));
    }

    private List<Double> exceedancesWith(double value) {
      double point = points.get(errors.size());
      double bound = value > point ? upper.get(errors.size()) : lower.get(errors.size());
      double error = Math.abs(value - point);
      double room = Math.abs(bound - point);
      double exceedance = room > 0 ? Math.min(FAR, error / room) : FAR;
      // Nine digits are enough.
      return with(exceedances, (float) (error == 0 ? 0 : exceedance));
    }

    private static List<Double> with(List<Double> list, double number) {
      List<Double> longer = new ArrayList<>(list);
      longer.add(number);
      return longer;
    }
  }

  /**
   * What it remembers.
   *
   * @param told how many values it was told
   * @param count the discounted number of paths
   * @param sums the discounted sums of the sizes of errors, by step
   * @param underway the path that has not come true yet; absent if there is none
   * @param paths the exceedances of the newest paths, by step
   */
  public record State(
      int told,
      double count,
      List<Double> sums,
      @Nullable Underway underway,
      List<List<Double>> paths) {

    /**
     * @throws IllegalArgumentException if a number is out of range or a list is too long or short
     */
    public State {
      sums = Require.allFinite("sums", sums);
      paths = Require.whole("paths", paths);
      Require.that(told >= 0, "told", told);
      Require.that(count >= 0 && Double.isFinite(count), "count", count);
      Require.that(sums.size() == STEPS, "number of sums", sums.size());
      Require.that(paths.size() <= PATHS, "number of paths", paths.size());
      for (List<Double> path : paths) {
        Require.that(Require.allFinite("path", path).size() == STEPS, "path", path);
      }
    }
  }

  /** One that has seen nothing yet. */
  public PathErrors() {}

  /** One that goes on from there. */
  public PathErrors(State state) {
    told = state.told;
    count = state.count;
    for (int step = 0; step < STEPS; step++) {
      sums[step] = state.sums.get(step);
    }
    underway = state.underway;
    paths.addAll(state.paths);
  }

  public State state() {
    List<Double> kept = new ArrayList<>();
    for (double sum : sums) {
      kept.add(sum);
    }
    return new State(told, count, kept, underway, List.copyOf(paths));
  }

  /** Whether a path should be forecast before the next value. */
  public boolean isPathDue() {
    return told >= STEPS && underway == null;
  }

  /**
   * Takes in a path that begins with the next value, one row of quantiles at {@link Levels} for
   * each of {@link #STEPS}.
   */
  public void begin(double[][] quantiles) {
    int distance = Levels.distance(LEVEL);
    List<Double> lower = new ArrayList<>();
    List<Double> upper = new ArrayList<>();
    List<Double> centres = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      centres.add(quantiles[step][Levels.MEDIAN]);
      lower.add(quantiles[step][Levels.MEDIAN - distance]);
      upper.add(quantiles[step][Levels.MEDIAN + distance]);
    }
    double width = (upper.get(0) - lower.get(0)) / 2;
    if (width > 0 && Double.isFinite(width)) {
      underway = new Underway(width, centres, lower, upper, List.of(), List.of());
    }
  }

  /** Takes in the next value; one that is missing breaks off the path that it belongs to. */
  public void observe(double value) {
    told++;
    Underway path = underway;
    if (path == null || Double.isNaN(value)) {
      underway = null;
    } else if (path.errors.size() == STEPS - 1) {
      complete(path, value);
      underway = null;
    } else {
      underway = path.plus(value);
    }
  }

  private void complete(Underway path, double value) {
    List<Double> errors = path.errorsWith(value);
    for (int step = 0; step < STEPS; step++) {
      double size = Math.min(LARGEST, errors.get(step) / path.width);
      sums[step] = DISCOUNT * sums[step] + size;
    }
    count = DISCOUNT * count + 1;
    if (paths.size() == PATHS) {
      paths.removeFirst();
    }
    paths.add(path.exceedancesWith(value));
  }

  /**
   * By how much errors at that step are larger than those of the first; no less than at any step
   * before.
   *
   * @param step 1 for the first
   * @param model what the model claims of a step
   */
  public double growth(int step, IntToDoubleFunction model) {
    double growth = 1;
    for (int followed = 2; followed <= Math.min(step, STEPS); followed++) {
      growth = Math.max(growth, ownAndClaimed(followed, model.applyAsDouble(followed)));
    }
    double beyond = step > STEPS ? model.applyAsDouble(step) / model.applyAsDouble(STEPS) : 1;
    return growth * Math.max(1, beyond);
  }

  private double ownAndClaimed(int step, double claimed) {
    double share = count / (count + SHRINKAGE);
    boolean known = sums[0] > 0 && sums[step - 1] > 0;
    double own = known ? Math.log(sums[step - 1] / sums[0]) : Math.log(claimed);
    return Math.exp(share * own + (1 - share) * Math.log(claimed));
  }

  /**
   * By how much distances from the points have to be larger than those of the single steps' 90 %
   * bounds, for the whole path to lie inside with that probability.
   *
   * @param steps how long the path is
   * @param assumed the factor without any path to learn from
   */
  public double pathFactor(int steps, double level, double assumed) {
    double[] greatest =
        paths.stream()
            .mapToDouble(path -> greatest(path, Math.max(1, Math.min(steps, STEPS))))
            .sorted()
            .toArray();
    int k = greatest.length;
    double own = k == 0 ? 1 : ConformalQuantile.upper(greatest, level).orElse(greatest[k - 1]);
    double share = k / (k + SHRINKAGE);
    return Math.exp(
        share * Math.log(Math.max(1e-3, own)) + (1 - share) * Math.log(Math.max(1e-3, assumed)));
  }

  private static double greatest(List<Double> path, int steps) {
    return path.stream().limit(steps).mapToDouble(each -> each).max().orElseThrow();
  }
}
