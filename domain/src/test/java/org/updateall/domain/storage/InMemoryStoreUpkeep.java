package org.updateall.domain.storage;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.InMemoryRunHistory;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/** Looks after a history in memory, whose files are names alone; it can be said to be damaged. */
public final class InMemoryStoreUpkeep implements StoreUpkeep {

  private static final long BYTES_PER_ROW = 100;

  private final RunHistory history;
  private final Path database;
  private final Map<Path, RunHistory> files = new HashMap<>();
  private final List<Finding> damage = new ArrayList<>();

  public InMemoryStoreUpkeep(RunHistory history, Path database) {
    this.history = history;
    this.database = database;
  }

  /** Says that something is wrong with the store. */
  public void damage(Finding finding) {
    damage.add(finding);
  }

  /** The history in a file that was written here. */
  public RunHistory open(Path file) {
    return requireNonNull(files.get(file.toAbsolutePath().normalize()), "no such file");
  }

  @Override
  public Option<StoreSummary> summary() {
    return Option.when(exists(), this::summaryNow);
  }

  @Override
  public CheckReport check() {
    return new CheckReport(database, exists(), history.counts().runs(), damage);
  }

  @Override
  public Either<FileRefused, StoreCopy> backUp(Path target) {
    return writing(target).map(file -> new StoreCopy(file, bytes(), tables()));
  }

  @Override
  public Option<Compaction> compact() {
    return Option.when(exists(), () -> new Compaction(database, bytes(), bytes()));
  }

  @Override
  public Either<FileRefused, Salvage> repair(Path target) {
    return writing(target)
        .map(
            file ->
                new Salvage(
                    file,
                    tables().stream()
                        .map(each -> new SalvagedTable(each.table(), each.rows(), each.rows()))
                        .toList(),
                    damage));
  }

  @Override
  public Either<FileRefused, Conversion> convert(ZoneId zone) {
    return Either.left(refused(database, "it was not made by the Python update-all"));
  }

  private Either<FileRefused, Path> writing(Path target) {
    Path file = target.toAbsolutePath().normalize();
    if (!exists()) {
      return Either.left(refused(database, "there is no history yet"));
    }
    if (files.containsKey(file) || Files.exists(file)) {
      return Either.left(refused(file, "there is something of that name already"));
    }
    if (!Files.isDirectory(file.resolveSibling("."))) {
      return Either.left(refused(file, "it lies in no directory that there is"));
    }
    RunHistory copy = new InMemoryRunHistory(Clock.systemUTC());
    history.visit(HistoryFilter.everything(), copy::record);
    files.put(file, copy);
    return Either.right(file);
  }

  private static FileRefused refused(Path file, String reason) {
    return new FileRefused(file, "", reason, "Name another one.");
  }

  private boolean exists() {
    return history.counts().runs() > 0;
  }

  private StoreSummary summaryNow() {
    List<Instant> starts = new ArrayList<>();
    history.visit(HistoryFilter.everything(), run -> starts.add(start(run)));
    return new StoreSummary(
        database,
        bytes(),
        0,
        1,
        "memory",
        "memory",
        tables(),
        starts.get(0),
        starts.get(starts.size() - 1));
  }

  private static Instant start(Run run) {
    return run.startTime();
  }

  private long bytes() {
    return BYTES_PER_ROW * tables().stream().mapToLong(TableRows::rows).sum();
  }

  private List<TableRows> tables() {
    HistoryCounts counts = history.counts();
    return List.of(
        new TableRows("estimates", counts.estimates()),
        new TableRows("plugin_executions", counts.executions()),
        new TableRows("runs", counts.runs()),
        new TableRows("step_metrics", counts.steps()));
  }
}
