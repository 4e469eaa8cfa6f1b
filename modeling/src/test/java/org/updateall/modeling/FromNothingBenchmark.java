package org.updateall.modeling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainingOptions;
import org.updateall.domain.forecast.TrainingSeries;

/**
 * How long one series of a table takes to be learned from nothing by the pool, with all fits on the
 * way, weights and calibration: the median of the processor time of its thread, after as many
 * rounds untimed. Prints {@code series_id,seconds}; the table is {@code
 * series_id,timestamp,value,...}, packed by gzip. Not run by the build.
 */
final class FromNothingBenchmark {

  private static final int REPETITIONS = 21;
  private static final double LEVEL = 0.9;

  private final PrequentialModelTrainer trainer = new PrequentialModelTrainer(Clock.systemUTC());
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  private FromNothingBenchmark() {}

  /**
   * @param arguments the table
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, List<Observation>> series = read(Path.of(arguments[0]));
    FromNothingBenchmark benchmark = new FromNothingBenchmark();
    series.values().forEach(benchmark::median);
    System.out.println("series_id,seconds");
    series.forEach(
        (name, observations) ->
            System.out.printf(Locale.ROOT, "%s,%.6f%n", name, benchmark.median(observations)));
  }

  private double median(List<Observation> observations) {
    TrainingSeries series = new TrainingSeries(SeriesFixture.KEY, observations, 0);
    double[] seconds = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      long begin = threads.getCurrentThreadCpuTime();
      trainer.train(series, TrainingOptions.defaults(), LEVEL).get();
      seconds[i] = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
    }
    Arrays.sort(seconds);
    return seconds[REPETITIONS / 2];
  }

  private static Map<String, List<Observation>> read(Path table) throws IOException {
    Map<String, List<Observation>> series = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(table)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] row = line.split(",", -1);
        series
            .computeIfAbsent(row[0], first -> new ArrayList<>())
            .add(new Observation(Instant.parse(row[1]), Double.parseDouble(row[2])));
      }
    }
    return series;
  }
}
