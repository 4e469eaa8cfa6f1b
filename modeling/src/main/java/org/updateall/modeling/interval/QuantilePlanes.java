package org.updateall.modeling.interval;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.updateall.modeling.numbers.Require;

/**
 * Quantiles that are linear in what is known beforehand, at the levels of {@link CentralBounds}.
 *
 * @param coefficients of each quantile, the lower ones first and each from the inside out: the
 *     constant, then one for each feature
 * @param least the least value of each feature that was learned from; below it counts as that
 * @param greatest the greatest, likewise
 */
record QuantilePlanes(List<List<Double>> coefficients, List<Double> least, List<Double> greatest) {

  static final int FEATURES = 2;

  /** A feature that varies less than this share of its size is a constant. */
  private static final double CONSTANT = 1e-9;

  /**
   * @throws IllegalArgumentException if a number is missing or not finite
   */
  QuantilePlanes {
    coefficients = Require.whole("coefficients", coefficients);
    Require.that(coefficients.size() == 2 * CentralBounds.COUNT, "quantiles", coefficients.size());
    for (List<Double> plane : coefficients) {
      int size = Require.allFinite("coefficients", plane).size();
      Require.that(size == 1 + FEATURES, "number of coefficients", size);
    }
    coefficients = coefficients.stream().map(List::copyOf).toList();
    least = Require.allFinite("least", least);
    greatest = Require.allFinite("greatest", greatest);
    Require.that(least.size() == FEATURES, "least", least);
    Require.that(greatest.size() == FEATURES, "greatest", greatest);
  }

  /**
   * Those of the targets.
   *
   * @param features one column for each feature, as long as the targets
   */
  static QuantilePlanes fit(double[][] features, double[] targets) {
    Unit[] units = Arrays.stream(features).map(Unit::of).toArray(Unit[]::new);
    List<Integer> used = new ArrayList<>();
    IntStream.range(0, FEATURES).filter(j -> units[j].varies()).forEach(used::add);
    Option<QuantileRegression> regression = regression(features, units, used, targets);
    while (regression.isEmpty()) {
      used.remove(used.size() - 1);
      regression = regression(features, units, used, targets);
    }
    List<List<Double>> planes = new ArrayList<>();
    for (double level : levels()) {
      planes.add(plane(regression.get().at(level), units, used));
    }
    return new QuantilePlanes(
        planes,
        Arrays.stream(features).map(each -> Arrays.stream(each).min().orElseThrow()).toList(),
        Arrays.stream(features).map(each -> Arrays.stream(each).max().orElseThrow()).toList());
  }

  /** A feature about its mean, in units of its spread. */
  private record Unit(double mean, double spread) {

    static Unit of(double[] column) {
      double mean = Arrays.stream(column).average().orElseThrow();
      double spread = Arrays.stream(column).map(each -> Math.abs(each - mean)).max().orElseThrow();
      return new Unit(mean, spread);
    }

    boolean varies() {
      return spread > CONSTANT * Math.abs(mean);
    }

    double of(double value) {
      return (value - mean) / spread;
    }
  }

  private static Option<QuantileRegression> regression(
      double[][] features, Unit[] units, List<Integer> used, double[] targets) {
    double[][] rows = new double[targets.length][1 + used.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 1;
      for (int k = 0; k < used.size(); k++) {
        int feature = used.get(k);
        rows[i][1 + k] = units[feature].of(features[feature][i]);
      }
    }
    return QuantileRegression.of(rows, targets);
  }

  /** The coefficients of the features as they are. */
  private static List<Double> plane(double[] found, Unit[] units, List<Integer> used) {
    double[] plane = new double[1 + FEATURES];
    plane[0] = found[0];
    for (int k = 0; k < used.size(); k++) {
      Unit unit = units[used.get(k)];
      plane[1 + used.get(k)] = found[1 + k] / unit.spread;
      plane[0] -= found[1 + k] * unit.mean / unit.spread;
    }
    return Arrays.stream(plane).boxed().toList();
  }

  private static double[] levels() {
    return IntStream.range(0, 2 * CentralBounds.COUNT)
        .mapToDouble(
            place -> {
              double central = CentralBounds.level(place % CentralBounds.COUNT);
              return place < CentralBounds.COUNT ? (1 - central) / 2 : (1 + central) / 2;
            })
        .toArray();
  }

  /** The bounds where the features have these values. */
  CentralBounds at(double... features) {
    double[] lower = new double[CentralBounds.COUNT];
    double[] upper = new double[CentralBounds.COUNT];
    for (int place = 0; place < CentralBounds.COUNT; place++) {
      lower[place] = at(coefficients.get(place), features);
      upper[place] = at(coefficients.get(CentralBounds.COUNT + place), features);
    }
    return CentralBounds.nested(lower, upper);
  }

  private double at(List<Double> plane, double[] features) {
    double quantile = plane.get(0);
    for (int j = 0; j < FEATURES; j++) {
      double within = Math.max(least.get(j), Math.min(greatest.get(j), features[j]));
      quantile += plane.get(1 + j) * within;
    }
    return quantile;
  }
}
