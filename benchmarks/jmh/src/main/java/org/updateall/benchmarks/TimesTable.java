package org.updateall.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** What was measured, as a table in Markdown. */
final class TimesTable {

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("TrainingTimes.fromNothing", "trained from nothing"),
          Map.entry(
              "PluginTrainingTimes.fourTargets", "four targets of a plugin trained, 365 points"),
          Map.entry(
              "KeptModelTimes.retrainedAfterOneRun",
              "trained again after one run, from the kept model"),
          Map.entry(
              "KeptModelTimes.predictedPlugin",
              "a plugin predicted: four targets with intervals, from kept models"),
          Map.entry("OnlineTimes.toldTwentyRuns", "an open pool told twenty runs"),
          Map.entry("TotalTimes.total", "total of 30 plugins, 4,096 joint draws, 150 past runs"),
          Map.entry("StoreTimes.bulkAppend", "100 runs (9,000 steps) appended"),
          Map.entry("StoreTimes.legacyImport", "history.json of these runs imported"),
          Map.entry("StoreTimes.statistics", "statistics of plugins"),
          Map.entry("StoreTimes.activity", "activity"),
          Map.entry("StoreTimes.trainingTables", "tables to train on"));

  private TimesTable() {}

  static String of(Collection<RunResult> results, String title) {
    StringBuilder text = new StringBuilder(Machine.described(title)).append("\n\n");
    text.append(
        "| what | of | times | median, clock | p99, clock | median, processor | p99, processor |\n|---|---|---:|---:|---:|---:|---:|\n");
    results.forEach(result -> text.append(row(result)).append('\n'));
    return text.toString();
  }

  private static String row(RunResult result) {
    Statistics times = result.getPrimaryResult().getStatistics();
    Statistics processor = result.getSecondaryResults().get(WorkerTime.LABEL).getStatistics();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %s | %s | %s | %s |",
        named(result.getParams()),
        parameters(result.getParams()),
        times.getN(),
        figures(times.getPercentile(50)),
        figures(times.getPercentile(99)),
        figures(processor.getPercentile(50)),
        figures(processor.getPercentile(99)));
  }

  private static String named(BenchmarkParams measured) {
    String[] parts = measured.getBenchmark().split("\\.", -1);
    String name = parts[parts.length - 2] + "." + parts[parts.length - 1];
    return TITLES.getOrDefault(name, name);
  }

  private static String parameters(BenchmarkParams measured) {
    Map<String, String> values = new TreeMap<>();
    measured.getParamsKeys().forEach(key -> values.put(key, measured.getParam(key)));
    return values.entrySet().stream()
        .map(
            each ->
                each.getKey().equals("model")
                    ? each.getValue()
                    : each.getValue() + " " + each.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Three significant figures. */
  private static String figures(double value) {
    int decimals = (int) Math.max(0, 2 - Math.floor(Math.log10(Math.max(1e-6, value))));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** The machine that measures. */
  static final class Machine {

    private Machine() {}

    static String described(String title) {
      return String.format(
          Locale.ROOT,
          "`benchmarks/jmh/run %s` on %s, %d cores on %s %s, load %.1f at the end; Java %s, one thread, serial collector. In milliseconds.",
          title,
          LocalDate.now(Clock.systemUTC()),
          processors(),
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          System.getProperty("java.version"));
    }

    private static long processors() {
      try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
        return lines.filter(line -> line.startsWith("processor")).count();
      } catch (IOException elsewhere) {
        return Runtime.getRuntime().availableProcessors();
      }
    }
  }
}
