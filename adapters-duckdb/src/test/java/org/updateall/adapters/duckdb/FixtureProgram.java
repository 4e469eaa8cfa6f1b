package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.history.SettableClock;
import org.updateall.domain.ledger.Foretellings;

/**
 * Makes the database that is kept as a test resource for every schema version: run it with the
 * program that releases that version, never again.
 */
final class FixtureProgram {

  static final Instant CREATED = Instant.parse("2026-11-25T12:00:00Z");

  static final TrainedModel MODEL =
      new TrainedModel(
          new SeriesKey(new PluginName("apt"), HostScope.only("workstation"), Target.WALL_CLOCK),
          new ModelProvenance(
              "exponential_smoothing",
              "level",
              "logarithm",
              12,
              Instant.parse("2026-01-05T12:00:00Z"),
              "fingerprint",
              CREATED),
          "{\"alpha\": 0.5}");

  private FixtureProgram() {}

  /** The runs of the fixture, oldest first. */
  static List<Run> runs() {
    return List.of(
        withoutProvenance(Runs.complete()),
        Runs.run(2)
            .startingAt(Runs.NOON.plusSeconds(7200))
            .executing(Runs.execution("apt", 60))
            .build(),
        Runs.run(3).startingAt(Runs.NOON.plusSeconds(9000)).unended().build());
  }

  /** As a run was before executions told where they are known from. */
  private static Run withoutProvenance(Run run) {
    PluginExecution first = run.executions().get(0);
    return run.with(
        PluginExecution.builder(
                first.executionId(), first.runId(), first.pluginName(), first.status())
            .times(first.startTime(), first.endTime())
            .packages(first.packagesUpdated(), first.packagesTotal())
            .errorMessage(first.errorMessage())
            .exitCode(first.exitCode())
            .steps(first.steps())
            .estimates(first.estimates())
            .createdAt(first.createdAt())
            .build());
  }

  /** Arguments: the file to write, such as {@code v1.duckdb.gz}; a directory for scratch. */
  public static void main(String[] arguments) throws IOException {
    Stores stores = new Stores(Path.of(arguments[1]), new SettableClock(CREATED));
    runs().forEach(stores.history()::record);
    stores.models().saveAll(List.of(MODEL));
    stores.ledger().enter(Foretellings.complete());
    stores.upkeep().compact();
    try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
      Files.copy(stores.database(), file);
    }
  }
}
