package org.updateall.modeling.interval;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.updateall.modeling.scale.Power;

/**
 * Learns what errors are like from series with the forecasts that had been made of them.
 *
 * <p>A source, that is a machine or a project, counts by the square root of the number of its
 * series, and within it all series count the same, so that no large source says what all are like:
 * with sources of equal weight, or series of equal weight, intervals of sources that were left out
 * held as well but were wider. After more errors the distribution is nowhere wider than after
 * fewer: each quantile is made monotone in their number (pool adjacent violators; Barlow,
 * Bartholomew, Bremner and Brunk, "Statistical Inference under Order Restrictions", 1972).
 */
public final class ReferenceLearning {

  private final List<SeriesErrors> series = new ArrayList<>();

  /**
   * The errors of one series, in proportion to their size at the time.
   *
   * @param source where it comes from
   * @param errors for each power, in the order in which they were made
   */
  private record SeriesErrors(String source, Map<Power, double[]> errors) {

    private double[] of(Power power) {
      return requireNonNull(errors.get(power));
    }

    private int length() {
      return of(Power.IDENTITY).length;
    }
  }

  /** An error and what it counts. */
  private record Weighted(double error, double weight) {}

  /**
   * Takes in a series.
   *
   * @param values in the order of time, not negative
   * @param points what had been forecast for each; the first is not looked at
   */
  public void add(String source, double[] values, double[] points) {
    Map<Power, double[]> errors = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      errors.put(power, ScaledErrors.inProportion(power, values, points));
    }
    series.add(new SeriesErrors(source, errors));
  }

  /** The sources that there are. */
  public Set<String> sources() {
    Set<String> sources = new TreeSet<>();
    series.forEach(each -> sources.add(each.source));
    return sources;
  }

  /**
   * What errors are like on all series but those of one source.
   *
   * @throws IllegalArgumentException if no other source has a series of two values
   */
  public ReferenceErrors without(String source) {
    return learn(series.stream().filter(each -> !each.source.equals(source)).toList());
  }

  /**
   * What errors are like on all series.
   *
   * @throws IllegalArgumentException if none has two values
   */
  public ReferenceErrors all() {
    return learn(series);
  }

  private static ReferenceErrors learn(List<SeriesErrors> series) {
    if (series.stream().noneMatch(each -> each.length() > 0)) {
      throw new IllegalArgumentException("there is no series of two values to learn from");
    }
    Map<Power, List<ReferenceErrors.Row>> rows = new EnumMap<>(Power.class);
    for (Power power : Power.values()) {
      rows.put(power, rows(power, series));
    }
    return new ReferenceErrors(rows);
  }

  private static List<ReferenceErrors.Row> rows(Power power, List<SeriesErrors> series) {
    int count = ReferenceErrors.from().size();
    double[][] signed = new double[count][];
    double[][] absolute = new double[count][];
    for (int row = 0; row < count; row++) {
      List<Weighted> errors = inRow(row, power, series);
      boolean none = errors.isEmpty();
      signed[row] = none ? signed[row - 1].clone() : quantiles(errors, Levels.all());
      absolute[row] = none ? absolute[row - 1].clone() : quantiles(sizes(errors), centralLevels());
    }
    for (int place = 0; place < Levels.COUNT; place++) {
      narrowing(signed, place, place < Levels.MEDIAN ? 1 : -1);
    }
    for (int distance = 0; distance <= Levels.MEDIAN; distance++) {
      narrowing(absolute, distance, -1);
    }
    return IntStream.range(0, count)
        .mapToObj(row -> new ReferenceErrors.Row(list(signed[row]), list(absolute[row])))
        .toList();
  }

  private static List<Weighted> inRow(int row, Power power, List<SeriesErrors> series) {
    List<Integer> from = ReferenceErrors.from();
    int first = from.get(row);
    int end = row + 1 < from.size() ? from.get(row + 1) : Integer.MAX_VALUE;
    Map<String, Integer> seriesOfSource = new HashMap<>();
    for (SeriesErrors each : series) {
      if (each.length() > first) {
        seriesOfSource.merge(each.source, 1, Integer::sum);
      }
    }
    List<Weighted> errors = new ArrayList<>();
    for (SeriesErrors each : series) {
      int last = Math.min(end, each.length());
      for (int i = first; i < last; i++) {
        double weight = 1 / Math.sqrt(seriesOfSource.getOrDefault(each.source, 1)) / (last - first);
        errors.add(new Weighted(each.of(power)[i], weight));
      }
    }
    return errors;
  }

  private static List<Weighted> sizes(List<Weighted> errors) {
    return errors.stream().map(each -> new Weighted(Math.abs(each.error), each.weight)).toList();
  }

  private static double[] centralLevels() {
    return IntStream.rangeClosed(0, Levels.MEDIAN).mapToDouble(Levels::central).toArray();
  }

  /** The least error at which the share of the weights reaches each level. */
  private static double[] quantiles(List<Weighted> errors, double[] levels) {
    List<Weighted> sorted =
        errors.stream().sorted(Comparator.comparingDouble(Weighted::error)).toList();
    double total = sorted.stream().mapToDouble(Weighted::weight).sum();
    double[] quantiles = new double[levels.length];
    double below = 0;
    int i = 0;
    for (int place = 0; place < levels.length; place++) {
      while (i < sorted.size() - 1 && below + sorted.get(i).weight < levels[place] * total) {
        below += sorted.get(i++).weight;
      }
      quantiles[place] = sorted.get(i).error;
    }
    return quantiles;
  }

  /** Makes a column of the rows not decreasing from row to row, or not increasing. */
  private static void narrowing(double[][] rows, int place, int direction) {
    int blocks = 0;
    double[] means = new double[rows.length];
    int[] sizes = new int[rows.length];
    for (double[] row : rows) {
      means[blocks] = direction * row[place];
      sizes[blocks] = 1;
      blocks++;
      while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
        int size = sizes[blocks - 2] + sizes[blocks - 1];
        means[blocks - 2] =
            (means[blocks - 2] * sizes[blocks - 2] + means[blocks - 1] * sizes[blocks - 1]) / size;
        sizes[blocks - 2] = size;
        blocks--;
      }
    }
    int row = 0;
    for (int block = 0; block < blocks; block++) {
      for (int i = 0; i < sizes[block]; i++) {
        rows[row++][place] = direction * means[block];
      }
    }
  }

  /** To seven digits, which is more than was learned, and not decreasing. */
  private static List<Double> list(double[] quantiles) {
    List<Double> list = new ArrayList<>();
    double least = Double.NEGATIVE_INFINITY;
    for (double quantile : quantiles) {
      least = Math.max(least, Double.parseDouble(Float.toString((float) quantile)));
      list.add(least);
    }
    return list;
  }
}
