package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.ExecutionBuilder;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunBuilder;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.StepBuilder;
import org.updateall.domain.history.StepPhase;

/**
 * How long plugin statistics take through the port, against the query that somebody would write by
 * hand for the same figures. Not run by the build, for want of a name that ends in Test.
 *
 * <p>Both open the file, ask, read the answer and close it, in turns, in one process; the median of
 * the repetitions counts.
 */
class StatisticsBenchmark {

  private static final int PLUGINS = 30;
  private static final List<StepPhase> PHASES = List.of(StepPhase.values());
  private static final int RUNS = 11_112; // 1,000,080 steps
  private static final int REPETITIONS = 15;
  private static final int WARM_UP = 3;
  private static final double GREATEST_RATIO = 1.2;

  private static final String BY_HAND =
      """
      WITH figures AS (
          SELECT run_id, execution_no,
                 sum(coalesce(wall_clock_seconds,
                              (epoch_us(end_time) - epoch_us(start_time)) / 1e6)) AS wall,
                 sum(cpu_user_seconds + cpu_kernel_seconds) AS cpu,
                 max(memory_peak_bytes) AS memory,
                 sum(download_size_bytes) AS download
          FROM step_metrics
          GROUP BY run_id, execution_no
      ),
      outcomes AS (
          SELECT e.plugin_name, e.status, e.packages_updated,
                 coalesce(e.start_time, r.start_time) AS started_at,
                 coalesce(f.wall, (epoch_us(e.end_time) - epoch_us(e.start_time)) / 1e6) AS wall,
                 f.cpu, f.memory, f.download
          FROM plugin_executions e
          JOIN runs r ON r.run_id = e.run_id
          LEFT JOIN figures f ON f.run_id = e.run_id AND f.execution_no = e.execution_no
      )
      SELECT plugin_name,
             count(*) FILTER (WHERE status = 'success'),
             count(*) FILTER (WHERE status = 'failed'),
             count(*) FILTER (WHERE status = 'timeout'),
             count(*) FILTER (WHERE status = 'skipped'),
             count(*) FILTER (WHERE status = 'running'),
             count(*) FILTER (WHERE status = 'pending'),
             sum(packages_updated), min(started_at), max(started_at),
      """
          + measure("wall")
          + ","
          + measure("cpu")
          + ","
          + measure("memory")
          + ","
          + measure("download")
          + " FROM outcomes GROUP BY plugin_name ORDER BY plugin_name";

  private final Stores stores;

  StatisticsBenchmark(@TempDir Path directory) {
    this.stores = new Stores(directory);
  }

  @Test
  void thePortIsHardlySlowerThanAQueryWrittenByHand() {
    stores.history().recordAll(runs());
    System.out.println(stores.history().counts());
    double opening = ratio("file opened each time");
    try (Handle open = Engine.reader(new DuckDbSettings(stores.database())).open()) {
      assertEquals(1, open.createQuery("SELECT 1").mapTo(Integer.class).one());
      double opened = ratio("file open all the time");
      assertTrue(opening <= GREATEST_RATIO && opened <= GREATEST_RATIO, "too slow");
    }
  }

  private static String measure(String name) {
    String successes = " FILTER (WHERE status = 'success')";
    return Stream.of(
            "count(%s)",
            "min(%s)", "max(%s)", "avg(%s)", "quantile_cont(%s, [0.5, 0.95])", "stddev_samp(%s)")
        .map(aggregate -> aggregate.formatted(name) + successes)
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private double ratio(String how) {
    List<Double> port = new ArrayList<>();
    List<Double> byHand = new ArrayList<>();
    for (int i = 0; i < WARM_UP + REPETITIONS; i++) {
      double handSeconds = seconds(this::askByHand);
      double portSeconds = seconds(this::askThePort);
      if (i >= WARM_UP) {
        byHand.add(handSeconds);
        port.add(portSeconds);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: port %.0f ms, by hand %.0f ms, ratio %.2f (medians of %d)%n",
        how,
        median(port) * 1000,
        median(byHand) * 1000,
        median(port) / median(byHand),
        REPETITIONS);
    return median(port) / median(byHand);
  }

  private int askThePort() {
    return stores.queries().pluginStatistics(HistoryFilter.everything()).size();
  }

  private int askByHand() {
    try (Handle handle = Engine.reader(new DuckDbSettings(stores.database())).open()) {
      return handle.createQuery(BY_HAND).mapToMap().list().size();
    }
  }

  private interface Question {
    int rows();
  }

  private static double seconds(Question question) {
    long start = System.nanoTime();
    int rows = question.rows();
    long end = System.nanoTime();
    if (rows != PLUGINS) {
      throw new IllegalStateException("%d plugins instead of %d".formatted(rows, PLUGINS));
    }
    return (end - start) / 1e9;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static Iterator<Run> runs() {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, RUNS).mapToObj(number -> run(number, random)).iterator();
  }

  private static Run run(int number, SplittableRandom random) {
    Instant start = Runs.NOON.plus(Duration.ofHours(number));
    RunBuilder run = Runs.run(number).startingAt(start);
    for (int plugin = 0; plugin < PLUGINS; plugin++) {
      run.executing(execution(plugin, start.plusSeconds(plugin), random));
    }
    return run.build();
  }

  private static ExecutionBuilder execution(int plugin, Instant start, SplittableRandom random) {
    List<ExecutionStatus> statuses = List.of(ExecutionStatus.values());
    ExecutionStatus status =
        random.nextInt(10) == 0
            ? statuses.get(random.nextInt(statuses.size()))
            : ExecutionStatus.SUCCESS;
    return Runs.execution("plugin-" + plugin)
        .ending(status)
        .startingAt(start)
        .endingAt(start.plusSeconds(60))
        .updating(random.nextInt(50), 2000)
        .with(
            IntStream.range(0, PHASES.size())
                .mapToObj(step -> step(step, random))
                .toArray(StepBuilder[]::new));
  }

  private static StepBuilder step(int number, SplittableRandom random) {
    return Runs.step("step-" + number)
        .in(PHASES.get(number))
        .using(
            new ResourceUsage(
                random.nextInt(60_000) / 1000.0,
                random.nextInt(30_000) / 1000.0,
                random.nextInt(5_000) / 1000.0,
                random.nextLong(1L << 30),
                random.nextLong(1L << 29),
                random.nextLong(1L << 28),
                random.nextLong(1L << 28),
                random.nextLong(1L << 16),
                random.nextLong(1L << 16),
                random.nextLong(1L << 28),
                random.nextLong(1L << 24),
                random.nextLong(1L << 28)));
  }
}
