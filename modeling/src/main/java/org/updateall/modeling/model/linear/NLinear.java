package org.updateall.modeling.model.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.numbers.Require;

/**
 * A linear regression of the next values on the last ones, all less the very last, so that a shift
 * of the level needs no learning. Thread-safe.
 *
 * <p>The column of the last value itself is 0 and left out. Each of the next seven values has a
 * regression of its own, whose ridge generalised cross-validation takes. A missing or censored
 * value is no target, and counts as the one before among the last ones.
 */
public final class NLinear implements ModelFamily {

  private static final int LAGS = 24;
  private static final int MIN_OBSERVATIONS = 100;
  private static final int SHORT_LAGS = 8;
  private static final int SHORT_MIN_OBSERVATIONS = 40;
  private static final int MAX_WINDOW = 800;
  private static final int STEPS = 7;
  private static final int OBSERVATIONS_PER_LAG = 6;
  private static final int FEWEST_LAGS = 2;

  private final String name;
  private final int lags;
  private final int minObservations;

  /** With 24 lags, from 100 observations on. */
  public NLinear() {
    this("nlinear", LAGS, MIN_OBSERVATIONS);
  }

  /**
   * @param lags how many of the last values are looked at, at most; never more than a sixth of the
   *     observations
   * @throws IllegalArgumentException if there are fewer than 2 lags, or fewer observations than 6
   *     for each of 2 lags and one for each step
   */
  public NLinear(String name, int lags, int minObservations) {
    Require.that(lags >= FEWEST_LAGS, "lags", lags);
    Require.that(
        minObservations >= FEWEST_LAGS * OBSERVATIONS_PER_LAG + STEPS,
        "minObservations",
        minObservations);
    this.name = name;
    this.lags = lags;
    this.minObservations = minObservations;
  }

  /** The one that looks at 8 lags, from 40 observations on. */
  public static NLinear ofFewLags() {
    return new NLinear("nlinear_short", SHORT_LAGS, SHORT_MIN_OBSERVATIONS);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int minObservations() {
    return minObservations;
  }

  @Override
  public int maxWindow() {
    return MAX_WINDOW;
  }

  @Override
  public NLinearModel fit(TimeSeries window) {
    window.requireObserved(minObservations);
    double[] targets = fromFirstObserved(window.observedValues());
    double[] seen = window.withoutGaps();
    double[] values = carriedForward(targets);
    int length = Math.min(lags, seen.length / OBSERVATIONS_PER_LAG);
    List<DirectStep> steps = new ArrayList<>(STEPS);
    for (int ahead = 1; ahead <= STEPS; ahead++) {
      steps.add(step(values, targets, length, ahead));
    }
    List<Double> last =
        Arrays.stream(values, values.length - length, values.length).boxed().toList();
    double lowest = Arrays.stream(seen).min().orElseThrow();
    double highest = Arrays.stream(seen).max().orElseThrow();
    return new NLinearModel(steps, last, lowest, highest, window.size());
  }

  private static double[] fromFirstObserved(double[] values) {
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    return Arrays.copyOfRange(values, first, values.length);
  }

  private static double[] carriedForward(double[] targets) {
    double[] values = targets.clone();
    for (int t = 1; t < values.length; t++) {
      values[t] = Double.isNaN(values[t]) ? values[t - 1] : values[t];
    }
    return values;
  }

  private static DirectStep step(double[] values, double[] targets, int length, int ahead) {
    int columns = length - 1;
    double[][] products = new double[columns + 1][columns + 1];
    int rows = addRows(products, values, targets, ahead);
    double[][] gram = new double[columns][];
    double[] withTarget = new double[columns];
    for (int i = 0; i < columns; i++) {
      gram[i] = Arrays.copyOf(products[i], columns);
      withTarget[i] = products[columns][i];
    }
    RidgeRegression.Target target =
        new RidgeRegression(gram, rows).target(withTarget, products[columns][columns]);
    double lambda = target.bestLambda();
    return new DirectStep(
        Arrays.stream(target.coefficients(lambda)).boxed().toList(),
        lambda,
        target.crossValidation(lambda));
  }

  /** Adds up the products of the columns, and the target as the last of them; counts the rows. */
  private static int addRows(double[][] products, double[] values, double[] targets, int ahead) {
    int columns = products.length - 1;
    double[] row = new double[columns + 1];
    int rows = 0;
    for (int t = columns; t + ahead < values.length; t++) {
      if (!Double.isNaN(targets[t + ahead])) {
        for (int i = 0; i < columns; i++) {
          row[i] = values[t - columns + i] - values[t];
        }
        row[columns] = targets[t + ahead] - values[t];
        CrossProducts.add(products, row);
        rows++;
      }
    }
    mirror(products);
    return rows;
  }

  private static void mirror(double[][] products) {
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j < i; j++) {
        products[j][i] = products[i][j];
      }
    }
  }
}
