package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.MeteredRuns;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * How fast runs are stored in bulk, beside DuckDB's own appender that fills the same table of steps
 * without any code of ours. Both in turn, in one process; the ratio is what counts.
 *
 * <p>Not part of the default build: {@code mvn -pl domain,adapters-duckdb test
 * -Dtest=AppendBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip
 * -Dtest.jvm.options=-Xmx4g}
 */
class AppendBenchmark {

  private static final int RUNS = Integer.getInteger("benchmark.runs", 11_112);
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);

  @Test
  void appendsStepsThroughThePortAndPastIt() throws Exception {
    List<Run> runs = MeteredRuns.every(Duration.ofHours(1)).limit(RUNS).toList();
    double[] ours = new double[ROUNDS];
    double[] bare = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      bare[round] = seconds(() -> appended(runs));
      ours[round] = seconds(() -> recorded(runs));
      print("round %d: port %.2f s, bare appender %.2f s", round, ours[round], bare[round]);
    }
    long rows = (long) RUNS * MeteredRuns.STEPS_PER_RUN;
    print(
        "%,d steps: through the port %,.0f rows/s, bare appender %,.0f rows/s, ratio %.2f",
        rows, rows / median(ours), rows / median(bare), median(bare) / median(ours));
  }

  /** Stores all runs in a database of its own. */
  private static double recorded(List<Run> runs) {
    return inANewPlace(
        place -> {
          DuckDbRunHistory history = new Stores(place).history();
          return timed(() -> history.recordAll(runs.iterator()).added());
        });
  }

  /** Appends the steps of all runs to a database of its own, in one transaction. */
  private static double appended(List<Run> runs) {
    return inANewPlace(
        place -> {
          Path file = place.resolve("bare.duckdb");
          try (Handle handle = Engine.creator(file, new DuckDbSettings(file)).open();
              Statement statement = handle.getConnection().createStatement()) {
            statement.execute(Migration.fromResource("V1__runs_and_models.sql").sql());
          }
          return timed(
              () -> {
                try (Handle handle = Engine.writer(new DuckDbSettings(file)).open()) {
                  handle.begin();
                  handle.execute("SELECT 1");
                  long rows = appendSteps(handle.getConnection(), runs);
                  handle.commit();
                  return rows;
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
        });
  }

  private static long appendSteps(Connection connection, List<Run> runs) throws SQLException {
    DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
    long created = micros(MeteredRuns.FIRST);
    long rows = 0;
    try (DuckDBAppender appender = duck.createAppender("main", "step_metrics")) {
      for (Run run : runs) {
        UUID runId = run.runId().value();
        for (int execution = 0; execution < run.executions().size(); execution++) {
          for (StepMetrics step : run.executions().get(execution).steps()) {
            ResourceUsage usage = step.usage();
            appender.beginRow();
            appender.append(runId);
            appender.append(execution);
            appender.append(step.ordinal());
            appender.append(step.stepName());
            appender.append(step.phase().name());
            appender.appendEpochMicros(micros(step.startTime()));
            appender.appendEpochMicros(micros(step.endTime()));
            appender.append(usage.wallClockSeconds());
            appender.append(usage.cpuUserSeconds());
            appender.append(usage.cpuKernelSeconds());
            appender.append(usage.memoryPeakBytes());
            appender.append(usage.memoryAverageBytes());
            appender.append(usage.ioReadBytes());
            appender.append(usage.ioWriteBytes());
            appender.append(usage.ioReadOperations());
            appender.append(usage.ioWriteOperations());
            appender.append(usage.networkReceivedBytes());
            appender.append(usage.networkSentBytes());
            appender.append(usage.downloadSizeBytes());
            appender.appendEpochMicros(created);
            appender.endRow();
            rows++;
          }
        }
      }
      appender.flush();
    }
    return rows;
  }

  private static long micros(@Nullable Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, requireNonNull(time));
  }

  /** Work in a directory that is gone afterwards. */
  private interface InAPlace {
    double in(Path place) throws IOException, SQLException;
  }

  private static double inANewPlace(InAPlace work) {
    try {
      Path place = Files.createTempDirectory("append");
      try {
        return work.in(place);
      } finally {
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Counted {
    long count();
  }

  private static double timed(Counted work) {
    long begin = System.nanoTime();
    long count = work.count();
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (count == 0) {
      throw new IllegalStateException("nothing was stored");
    }
    return seconds;
  }

  private static double seconds(DoubleSupplier work) {
    System.gc();
    return work.getAsDouble();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
