package org.updateall.fleet.spark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.updateall.application.Progress;
import org.updateall.application.SeriesWork;
import org.updateall.application.fleet.FleetResult;
import org.updateall.application.fleet.PoolPriors;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.Target;

/**
 * What the work of the job costs without Spark: a loop on threads over the same tree, all of it in
 * memory. Its words are the tree and how many threads.
 */
final class PlainTrainingBenchmark {

  private PlainTrainingBenchmark() {}

  public static void main(String[] words) throws Exception {
    long begin = System.nanoTime();
    JobOptions options =
        new JobOptions(words[0], "", 1000, 0.9, ZoneOffset.UTC, FleetFixture.UNTIL, null);
    List<FleetRow> rows = rows(Path.of(words[0]));
    Instant asOf = rows.stream().map(FleetRow::startedAt).max(Instant::compareTo).orElseThrow();
    List<FleetSeries> series = series(rows, options);
    SeriesWork work = new SeriesWork(Integer.parseInt(words[1]), "", Progress.none());
    PriorTable priors = priors(series, work, options, asOf);
    List<FleetResult> results =
        work.on(series, each -> Trainers.trainer(asOf).train(each, options.fleet(asOf), priors));
    double elapsed = (System.nanoTime() - begin) / 1e9;
    double cpu =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime()
            / 1e9;
    long models = results.stream().map(FleetResult::model).filter(Objects::nonNull).count();
    System.out.printf(
        "%d series, %d models, %.1f s elapsed, %.1f s CPU since the JVM's start (%s)%n",
        series.size(), models, elapsed, cpu, Duration.ofMillis((long) (1000 * cpu)));
  }

  private static List<FleetRow> rows(Path tree) throws Exception {
    List<FleetRow> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path path : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        try (OutcomeFile file =
            new OutcomeFile(new org.apache.hadoop.fs.Path(path.toUri()), new Configuration())) {
          file.forEachRemaining(row -> rows.add(row.toFleetRow()));
        }
      }
    }
    return rows;
  }

  private static List<FleetSeries> series(List<FleetRow> rows, JobOptions options) {
    return rows.stream()
        .sorted(FleetSeries.ORDER)
        .collect(Collectors.groupingBy(row -> List.of(row.host(), row.pluginName())))
        .values()
        .stream()
        .flatMap(
            plugin ->
                Arrays.stream(Target.values())
                    .map(target -> FleetSeries.of(plugin, target, options.zone())))
        .toList();
  }

  private static PriorTable priors(
      List<FleetSeries> series, SeriesWork work, JobOptions options, Instant asOf) {
    PriorLearner learner = Trainers.learner(asOf);
    PoolPriors pool = new PoolPriors(learner);
    List<Runnable> additions =
        work.on(
            series,
            each ->
                learner
                    .evidence(each.series(), options.training())
                    .<Runnable>map(evidence -> () -> pool.add(each, evidence))
                    .getOrElse(() -> {}));
    additions.forEach(Runnable::run);
    return pool.table(asOf);
  }
}
