package org.updateall.modeling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;

/**
 * The wall times of real recurring jobs, each with what was believed of it before it came. Read
 * from a directory of tables {@code series_id,timestamp,value,metric,source}, compressed by gzip;
 * only the metric {@code wall(s)} counts.
 */
record WallTimes(String source, String series, List<Observation> observations) {

  /** A duration, how many came before it, and what the pool believed of it. */
  record Told(String source, int number, double seconds, PredictiveDistribution believed) {}

  private static final String WALL_TIME = "wall(s)";
  private static final int FEW = 5;

  static List<WallTimes> in(Path directory) {
    Map<String, WallTimes> series = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList()) {
        read(file, series);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(series.values());
  }

  private static void read(Path file, Map<String, WallTimes> series) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        if (cells[3].equals(WALL_TIME)) {
          series
              .computeIfAbsent(cells[0], name -> new WallTimes(cells[4], name, new ArrayList<>()))
              .observations()
              .add(new Observation(Instant.parse(cells[1]), Double.parseDouble(cells[2])));
        }
      }
    }
  }

  /** Forecasts each value but the first from those before it. */
  void replay(Consumer<Told> consumer) {
    TimeSeries values = new SeriesConversion(List.of(), ZoneOffset.UTC).series(observations, 1);
    PrequentialForecaster forecaster =
        PrequentialForecaster.of(new Recipe(Recipe.POOL, null, 0, 1, IntervalKind.POOL));
    for (int index = 0; index < values.size(); index++) {
      forecaster.prepare(values);
      if (index > 0) {
        PredictiveDistribution believed = believed(forecaster, values, index);
        consumer.accept(new Told(source, index, values.value(index), believed));
      }
      forecaster.observe(values, index);
    }
  }

  private static PredictiveDistribution believed(
      PrequentialForecaster forecaster, TimeSeries values, int index) {
    double[] before = Arrays.copyOf(values.values(), index);
    if (index < FEW) {
      return FewRuns.alone(before);
    }
    return PredictiveDistribution.of(forecaster.quantiles(List.of(values.occasion(index)))[0]);
  }
}
