package org.updateall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.updateall.application.Progress;
import org.updateall.application.migrating.MigrationReport;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.MeteredRuns;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.Run;
import org.updateall.domain.retrieval.Activity;
import org.updateall.domain.retrieval.PluginStatistics;
import org.updateall.domain.retrieval.TrainingTable;

/** The history in DuckDB: a hundred daily runs of 30 plugins with three steps each. */
public class StoreTimes {

  private static final int RUNS = 100;
  private static final List<Run> HISTORY =
      MeteredRuns.every(Duration.ofDays(1)).limit(RUNS).toList();

  /** A directory that is gone afterwards. */
  private static final class Place {

    private final Path directory;

    Place() {
      try {
        directory = Files.createTempDirectory("benchmarks");
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    UpdateAll open(String file) {
      return UpdateAll.open(Settings.of(directory.resolve(file)));
    }

    void remove() throws IOException {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A database that does not exist yet, and a history of the Python update-all to bring in. */
  @State(Scope.Thread)
  public static class Empty extends Timed {

    private final Place source = new Place();
    private final Path legacy = source.directory.resolve("history.json");
    private Place place = new Place();
    private UpdateAll updateAll = place.open("history.duckdb");

    @Setup
    public void writeLegacyHistory() {
      try (UpdateAll full = source.open("full.duckdb")) {
        full.recordAll(HISTORY.iterator());
        full.exportLegacyHistory(legacy, HistoryFilter.everything(), true, Progress.none())
            .getOrElseThrow(refused -> new IllegalStateException(refused.toString()));
      }
    }

    @Setup(Level.Invocation)
    public void open() throws IOException {
      close();
      place = new Place();
      updateAll = place.open("history.duckdb");
      begin();
    }

    private void close() throws IOException {
      updateAll.close();
      place.remove();
    }

    @TearDown
    public void remove() throws IOException {
      close();
      source.remove();
    }
  }

  /** A database that holds all runs. */
  @State(Scope.Thread)
  public static class Full extends Timed {

    private final Place place = new Place();
    private final UpdateAll updateAll = place.open("history.duckdb");

    @Setup
    public void record() {
      updateAll.recordAll(HISTORY.iterator());
    }

    @TearDown
    public void remove() throws IOException {
      updateAll.close();
      place.remove();
    }
  }

  @Benchmark
  public RecordingSummary bulkAppend(Empty store) {
    return store.updateAll.recordAll(HISTORY.iterator());
  }

  @Benchmark
  public MigrationReport legacyImport(Empty store) {
    return store
        .updateAll
        .importLegacyHistory(store.legacy)
        .getOrElseThrow(refused -> new IllegalStateException(refused.message()));
  }

  @Benchmark
  public List<PluginStatistics> statistics(Full store) {
    return store.updateAll.statistics(HistoryFilter.everything());
  }

  @Benchmark
  public Activity activity(Full store) {
    return store.updateAll.activity(HistoryFilter.everything());
  }

  @Benchmark
  public List<TrainingTable> trainingTables(Full store) {
    return store.updateAll.trainingTables(HistoryFilter.everything(), ZoneOffset.UTC);
  }
}
