package org.updateall.modeling.model.trees;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;

/**
 * A window as trees learn from it: a row of features and a target for each observed value but the
 * first. A target is the difference from a reference, in units of the scale.
 */
final class TrainingRows {

  /** A difference below this share of the values is their rounding. */
  private static final double CONSTANT = 1e-13;

  private final Features layout;
  private final List<double[]> features = new ArrayList<>();
  private final Map<Reference, List<Double>> targets = new EnumMap<>(Reference.class);
  private final Past past;

  /**
   * @param maxRows so many of the newest rows are kept, at most
   * @throws IllegalArgumentException if fewer values than that are observed
   */
  TrainingRows(TimeSeries window, int minObservations, int maxRows) {
    window.requireObserved(minObservations);
    double[] values = window.observedValues();
    int first = firstObserved(window);
    layout = new Features(window.covariates(), scale(values, first));
    past = Past.startingWith(window.occasion(first), values[first]);
    for (Reference reference : Reference.values()) {
      targets.put(reference, new ArrayList<>());
    }
    for (int i = first + 1; i < values.length; i++) {
      if (!isConstant() && !Double.isNaN(values[i])) {
        add(window.occasion(i), values[i]);
      }
      past.add(window.occasion(i), values[i]);
    }
    keepNewest(features, maxRows);
    targets.values().forEach(ofReference -> keepNewest(ofReference, maxRows));
  }

  private static void keepNewest(List<?> rows, int most) {
    rows.subList(0, Math.max(0, rows.size() - most)).clear();
  }

  private static int firstObserved(TimeSeries window) {
    return IntStream.range(0, window.size()).filter(window::isObserved).findFirst().orElseThrow();
  }

  /** The median of the absolute differences of neighbours that are not 0; 0 if all are. */
  private static double scale(double[] values, int first) {
    double[] differences = new double[values.length];
    double last = values[first];
    int count = 0;
    for (int i = first + 1; i < values.length; i++) {
      double difference = Math.abs(values[i] - last);
      if (difference > CONSTANT * Math.max(Math.abs(values[i]), Math.abs(last))) {
        differences[count++] = difference;
      }
      last = Double.isNaN(values[i]) ? last : values[i];
    }
    return count == 0 ? 0 : Numbers.median(differences, 0, count);
  }

  private void add(Occasion occasion, double value) {
    features.add(layout.of(past, occasion));
    for (Reference reference : Reference.values()) {
      double difference = (value - reference.of(past)) / layout.scale();
      of(reference).add(Numbers.rounded(difference));
    }
  }

  private List<Double> of(Reference reference) {
    return Objects.requireNonNull(targets.get(reference), reference.label());
  }

  /** Whether there is nothing to learn: then there are no rows. */
  boolean isConstant() {
    return layout.scale() == 0;
  }

  /** How many covariates an occasion has. */
  int covariates() {
    return layout.covariates();
  }

  /** The unit of the targets; 1 where there are none. */
  double scale() {
    return isConstant() ? 1 : layout.scale();
  }

  double[][] features() {
    return features.toArray(double[][]::new);
  }

  /** The features in at most so many levels each. */
  BinnedRows binned(int levels) {
    double[][] rows = features();
    return new BinnedRows(Bins.of(rows, Features.count(covariates()), levels), rows);
  }

  double[] targets(Reference reference) {
    return of(reference).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** After the whole window. */
  RecentPast past() {
    return past.recent();
  }
}
