package org.updateall.modeling;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.joint.JointHistory;
import org.updateall.domain.joint.JointRun;
import org.updateall.domain.joint.PastTotals;
import org.updateall.domain.joint.PastTotals.PastTotal;
import org.updateall.domain.joint.Schedule;
import org.updateall.modeling.forecast.PrequentialForecaster;
import org.updateall.modeling.forecast.Recipe;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.preparation.SeriesConversion;

/**
 * How totals of real joint runs would have been forecast: the values of several series of a file
 * that began within so many seconds of the first of them are one run, the pool forecasts each
 * series from what came before, and the sum of a run is predicted from that in four ways. Prints
 * coverage and the mean interval score in proportion to that of the copula, over the runs after the
 * 60th.
 *
 * <p>Arguments: a file such as {@code backtest --input} takes, a regular expression that finds the
 * series, the seconds, and how many of the newest runs to look at.
 */
final class JointRunsBenchmark {

  private static final double LEVEL = 0.9;
  private static final int WARM_UP = 60;
  private static final int LEAST_PARTS = 3;
  private static final int PAST_TOTALS = 150;
  private static final List<String> WAYS =
      List.of("copula", "copula, calibrated", "independent", "sum of bounds");

  private final Map<String, PrequentialForecaster> forecasters = new TreeMap<>();
  private final Map<String, TimeSeries> wholes = new TreeMap<>();
  private final List<Map<PluginName, Double>> history = new ArrayList<>();
  private final List<PastTotal> past = new ArrayList<>();
  private final int[] inside = new int[WAYS.size()];
  private final double[] scores = new double[WAYS.size()];
  private int judged;

  private JointRunsBenchmark(Map<String, List<Observation>> series) {
    SeriesConversion conversion = new SeriesConversion(List.of(), ZoneOffset.UTC);
    series.forEach(
        (name, observations) -> {
          wholes.put(name, conversion.series(observations, 1));
          forecasters.put(
              name,
              PrequentialForecaster.of(new Recipe(Recipe.POOL, null, 0, 1, IntervalKind.POOL)));
        });
  }

  public static void main(String[] arguments) throws IOException {
    List<List<Value>> runs =
        runs(values(arguments[0], arguments[1]), Integer.parseInt(arguments[2]));
    int first = Math.max(0, runs.size() - Integer.parseInt(arguments[3]));
    List<List<Value>> newest = runs.subList(first, runs.size());
    Map<String, List<Observation>> series = new TreeMap<>();
    newest.forEach(
        run ->
            run.forEach(
                each ->
                    series
                        .computeIfAbsent(each.series, name -> new ArrayList<>())
                        .add(new Observation(each.time, each.value, Covariates.NONE, false))));
    JointRunsBenchmark benchmark = new JointRunsBenchmark(series);
    newest.forEach(benchmark::take);
    benchmark.print();
  }

  private record Value(String series, Instant time, double value) {}

  private static List<Value> values(String file, String series) throws IOException {
    Pattern wanted = Pattern.compile(series);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file)), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(fields -> wanted.matcher(fields[0]).find())
          .map(
              fields ->
                  new Value(fields[0], Instant.parse(fields[1]), Double.parseDouble(fields[2])))
          .sorted(Comparator.comparing(Value::time).thenComparing(Value::series))
          .toList();
    }
  }

  /** Each series once at the most in a run. */
  private static List<List<Value>> runs(List<Value> values, int seconds) {
    List<List<Value>> runs = new ArrayList<>();
    List<Value> run = new ArrayList<>();
    for (Value value : values) {
      boolean another =
          !run.isEmpty()
              && (value.time.isAfter(run.get(0).time.plusSeconds(seconds))
                  || run.stream().anyMatch(each -> each.series.equals(value.series)));
      if (another) {
        runs.add(run);
        run = new ArrayList<>();
      }
      run.add(value);
    }
    runs.add(run);
    return runs;
  }

  /** Forecasts the run, and is told how it went. */
  private void take(List<Value> run) {
    List<ResourceEstimate> parts = new ArrayList<>();
    for (Value each : run) {
      PrequentialForecaster forecaster = requireNonNull(forecasters.get(each.series));
      forecaster.prepare(requireNonNull(wholes.get(each.series)));
      if (forecaster.scores() > 0) {
        parts.add(part(each, forecaster));
      }
    }
    if (parts.size() == run.size() && parts.size() >= LEAST_PARTS) {
      judge(parts, run.stream().mapToDouble(Value::value).sum());
    }
    tell(run);
  }

  private ResourceEstimate part(Value value, PrequentialForecaster forecaster) {
    TimeSeries whole = requireNonNull(wholes.get(value.series));
    Occasion next = whole.occasion(forecaster.told());
    PredictiveDistribution distribution =
        PredictiveDistribution.of(forecaster.quantiles(List.of(next))[0]);
    PluginName name = new PluginName(value.series);
    SeriesKey key = new SeriesKey(name, HostScope.everyHost(), Target.CPU_TIME);
    return new ResourceEstimate(
        name,
        Map.of(
            Target.CPU_TIME,
            new Prediction(
                key,
                distribution.median(),
                distribution,
                Basis.MODEL,
                Recipe.POOL,
                forecaster.told(),
                forecaster.scores())));
  }

  private void judge(List<ResourceEstimate> parts, double actual) {
    int from = Math.max(0, history.size() - PAST_TOTALS);
    JointHistory known = new JointHistory(history.subList(from, history.size()));
    PastTotals pastTotals =
        new PastTotals(LEVEL, past.subList(Math.max(0, past.size() - PAST_TOTALS), past.size()));
    PredictiveDistribution copula = total(parts, known, PastTotals.NONE);
    PredictionInterval interval = copula.interval(LEVEL);
    if (history.size() >= WARM_UP) {
      judged++;
      judge(0, interval, actual);
      judge(1, total(parts, known, pastTotals).interval(LEVEL), actual);
      judge(2, total(parts, JointHistory.NONE, PastTotals.NONE).interval(LEVEL), actual);
      judge(3, sumOfBounds(parts), actual);
    }
    past.add(new PastTotal(actual, copula.median(), interval.lower(), interval.upper()));
  }

  private static PredictiveDistribution total(
      List<ResourceEstimate> parts, JointHistory known, PastTotals past) {
    JointRun run =
        new JointRun(
            parts,
            Schedule.sequential(),
            Map.of(Target.CPU_TIME, known),
            Map.of(Target.CPU_TIME, past));
    return requireNonNull(new CopulaForecaster().totals(run).get(Target.CPU_TIME)).distribution();
  }

  private static PredictionInterval sumOfBounds(List<ResourceEstimate> parts) {
    double lower = 0;
    double upper = 0;
    for (ResourceEstimate part : parts) {
      PredictionInterval interval = part.prediction(Target.CPU_TIME).get().interval(LEVEL);
      lower += interval.lower();
      upper += interval.upper();
    }
    return new PredictionInterval(lower, upper, LEVEL);
  }

  private void judge(int way, PredictionInterval interval, double actual) {
    inside[way] += interval.contains(actual) ? 1 : 0;
    scores[way] += interval.score(actual);
  }

  private void tell(List<Value> run) {
    Map<PluginName, Double> levels = new TreeMap<>();
    for (Value each : run) {
      PrequentialForecaster forecaster = requireNonNull(forecasters.get(each.series));
      int before = forecaster.scores();
      forecaster.observe(requireNonNull(wholes.get(each.series)), forecaster.told());
      List<Double> newest = forecaster.levels().levels();
      if (before > 0) {
        levels.put(new PluginName(each.series), newest.get(newest.size() - 1));
      }
    }
    history.add(levels);
  }

  private void print() {
    System.out.printf(Locale.ROOT, "%d series, %d runs judged%n", wholes.size(), judged);
    for (int way = 0; way < inside.length; way++) {
      System.out.printf(
          Locale.ROOT,
          "%-20s coverage %.3f  score %.3f%n",
          WAYS.get(way),
          (double) inside[way] / judged,
          scores[way] / scores[0]);
    }
  }
}
