package org.updateall.modeling.pooling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.updateall.modeling.numbers.Median;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * How well the first values of a series are forecast: from none to five own values and what the
 * other series of the same source and metric had come to by then, against what was done before (an
 * assumed standard deviation of 0.5 that counts as four values). Tables {@code
 * series_id,timestamp,value,metric,source}, packed by gzip; each source is one column. Not run by
 * the build; prints, and checks nothing.
 */
final class FirstValuesBenchmark {

  private static final int MOST_OWN = 5;
  private static final double[] LEVELS = {0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975};
  private static final int MIDDLE = 4;

  private final List<Series> all;
  private final Map<String, Scores> scores = new LinkedHashMap<>();
  private final Map<String, Scores> bySource = new TreeMap<>();

  private FirstValuesBenchmark(List<Series> all) {
    this.all = all;
  }

  /**
   * @param arguments the directory of the tables
   */
  public static void main(String[] arguments) throws IOException {
    new FirstValuesBenchmark(read(Path.of(arguments[0]))).run();
  }

  private void run() {
    for (int own = 0; own <= MOST_OWN; own++) {
      for (Series series : all) {
        if (own < series.values.length) {
          score(series, own);
        }
      }
    }
    System.out.println(
        "values forecast    n  cover 50    80    90    95  by source  score 90  log score  error");
    scores.forEach((name, each) -> System.out.println(name + each.line()));
    System.out.println("by source, pooled, two to five own values:");
    bySource.forEach(
        (name, each) -> System.out.printf(Locale.ROOT, "%-18s%s%n", name, each.line()));
  }

  private void score(Series series, int own) {
    double[] values = Arrays.copyOf(series.values, own);
    Scored pooled = new Scored(series, own);
    FirstValues.among(summaries(series, series.times[own]), 0, 0)
        .quantiles(values, LEVELS)
        .peek(
            quantiles -> {
              at(own + "      pooled   ").add(pooled, quantiles);
              if (own >= 2) {
                bySource
                    .computeIfAbsent(series.source, name -> new Scores())
                    .add(pooled, quantiles);
              }
            });
    if (own > 0) {
      at(own + "      alone    ")
          .add(pooled, FirstValues.alone().quantiles(values, LEVELS).getOrElse(new double[0]));
      at(own + "      before   ").add(pooled, before(values));
    }
  }

  private Scores at(String name) {
    return scores.computeIfAbsent(name, first -> new Scores());
  }

  private List<SeriesSummary> summaries(Series asked, long time) {
    List<SeriesSummary> summaries = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      Series other = all.get(row);
      if (!other.id.equals(asked.id)
          && other.source.equals(asked.source)
          && other.metric.equals(asked.metric)) {
        SeriesSummary.of(row + 1, 0, other.before(time)).peek(summaries::add);
      }
    }
    return summaries;
  }

  private static double[] before(double[] values) {
    PowerScale scale = PowerScale.of(Power.LOGARITHM, values);
    double[] scaled = scale.toScale(values);
    double median = Median.sorting(scaled.clone());
    double squares = Arrays.stream(scaled).map(z -> (z - median) * (z - median)).sum();
    double freedom = 3.0 + values.length;
    double spread = Math.sqrt((1 + squares) / freedom * (1 + 1.0 / values.length));
    TDistribution student = new TDistribution(null, freedom);
    return Arrays.stream(LEVELS)
        .map(
            level -> scale.fromScale(median + spread * student.inverseCumulativeProbability(level)))
        .toArray();
  }

  private static List<Series> read(Path directory) throws IOException {
    List<Series> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.csv.gz")) {
      for (Path file : files) {
        all.addAll(series(file));
      }
    }
    return all;
  }

  private static List<Series> series(Path file) throws IOException {
    Map<String, List<String[]>> rows = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.split(",", -1);
        rows.computeIfAbsent(row[0], first -> new ArrayList<>()).add(row);
      }
    }
    return rows.values().stream().map(Series::of).toList();
  }

  private static final class Series {

    private final String id;
    private final String metric;
    private final String source;
    private final long[] times;
    private final double[] values;

    Series(String id, String metric, String source, long[] times, double[] values) {
      this.id = id;
      this.metric = metric;
      this.source = source;
      this.times = times;
      this.values = values;
    }

    static Series of(List<String[]> rows) {
      String[] first = rows.get(0);
      return new Series(
          first[0],
          first[3],
          first[4],
          rows.stream().mapToLong(row -> Instant.parse(row[1]).getEpochSecond()).toArray(),
          rows.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray());
    }

    double[] before(long time) {
      int count = 0;
      while (count < times.length && times[count] < time) {
        count++;
      }
      return Arrays.copyOf(values, count);
    }

    double typical() {
      double median = Median.sorting(Arrays.copyOf(values, Math.min(200, values.length)));
      return median > 0 ? median : Arrays.stream(values).average().orElseThrow();
    }
  }

  private record Scored(Series series, int own) {}

  private static final class Scores {

    private int count;
    private final int[] covered = new int[4];
    private final Map<String, int[]> coveredBySource = new TreeMap<>();
    private double score;
    private double logScore;
    private double error;

    void add(Scored scored, double[] quantiles) {
      double typical = scored.series.typical();
      double value = scored.series.values[scored.own];
      count++;
      for (int i = 0; i < covered.length; i++) {
        int lower = MIDDLE - 1 - i;
        if (quantiles[lower] <= value && value <= quantiles[2 * MIDDLE - lower]) {
          covered[i]++;
        }
      }
      boolean inside = quantiles[1] <= value && value <= quantiles[7];
      int[] source = coveredBySource.computeIfAbsent(scored.series.source, name -> new int[2]);
      source[0]++;
      source[1] += inside ? 1 : 0;
      score += interval(quantiles[1], quantiles[7], value) / typical;
      logScore +=
          interval(
              Math.log(quantiles[1] / typical + 0.01),
              Math.log(quantiles[7] / typical + 0.01),
              Math.log(value / typical + 0.01));
      error += Math.abs(quantiles[MIDDLE] - value) / typical;
    }

    private static double interval(double lower, double upper, double value) {
      return upper - lower + 20 * (Math.max(0, lower - value) + Math.max(0, value - upper));
    }

    String line() {
      double sources =
          coveredBySource.values().stream()
              .mapToDouble(source -> (double) source[1] / source[0])
              .average()
              .orElseThrow();
      return String.format(
          Locale.ROOT,
          "%5d     %.3f %.3f %.3f %.3f     %.3f   %7.1f     %6.2f  %5.2f",
          count,
          (double) covered[0] / count,
          (double) covered[1] / count,
          (double) covered[2] / count,
          (double) covered[3] / count,
          sources,
          score / count,
          logScore / count,
          error / count);
    }
  }
}
