package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.groupingBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * Makes runs, models and predictions of rows that were saved, whatever is wrong with them, and
 * stores them anew. A part that the domain refuses is left out of its execution, an execution out
 * of its run; of what is there twice the one stored last stands.
 */
final class RunSalvage {

  private final RunTables raw;
  private final ModelTable rawModels;
  private final LedgerTable rawLedger;
  private final Handle target;
  private final Losses losses;
  private final Set<UUID> done = new HashSet<>();

  /**
   * @param target where they are stored, within an open transaction
   */
  RunSalvage(Handle raw, Handle target, Losses losses) {
    this.raw = raw.attach(RunTables.class);
    this.rawModels = raw.attach(ModelTable.class);
    this.rawLedger = raw.attach(LedgerTable.class);
    this.target = target;
    this.losses = losses;
  }

  /**
   * @param now when parts were created of which that is not known
   */
  void save(Instant now) throws SQLException {
    saveModels();
    saveForetold();
    try (RunAppender appender = new RunAppender(target.getConnection(), now)) {
      for (List<RunRow> part : new RunPages(raw).parts(HistoryFilter.everything())) {
        for (Run run : runs(part)) {
          appender.append(run);
        }
        appender.flush();
      }
    }
  }

  private void saveModels() {
    Map<List<@Nullable String>, ModelRow> lastOfEach = new LinkedHashMap<>();
    for (ModelRow row : rawModels.all()) {
      Object model = made("Models", row.pluginName() + ", " + row.target(), row::toModel);
      if (model != null) {
        lastOfEach.put(Arrays.asList(row.pluginName(), row.hostname(), row.target()), row);
      }
    }
    target.attach(ModelTable.class).insert(List.copyOf(lastOfEach.values()));
  }

  private void saveForetold() throws SQLException {
    Map<UUID, List<PredictionRow>> byRun =
        rawLedger.madeFrom(null).stream()
            .collect(groupingBy(PredictionRow::runId, LinkedHashMap::new, toRows()));
    List<ForetoldRun> saved = new ArrayList<>();
    for (List<PredictionRow> rows : byRun.values()) {
      List<RecordedPrediction> predictions = predictions(rows);
      if (!predictions.isEmpty()) {
        saved.add(
            new ForetoldRun(new RunId(rows.get(0).runId()), rows.get(0).madeAt(), predictions));
      }
    }
    int unused = new LedgerWriter(target).write(saved);
  }

  /** Those that are there twice once. */
  private List<RecordedPrediction> predictions(List<PredictionRow> rows) {
    Map<String, RecordedPrediction> byName = new LinkedHashMap<>();
    for (PredictionRow row : rows) {
      RecordedPrediction prediction = made("Predictions", row.name(), row::toPrediction);
      if (prediction != null && byName.put(row.name(), prediction) != null) {
        losses.add(
            "Predictions are stored more than once; the one stored last was saved", row.name());
      }
    }
    return List.copyOf(byName.values());
  }

  private List<Run> runs(List<RunRow> page) {
    List<Run> whole = wholeRuns(page);
    if (whole != null) {
      return whole;
    }
    List<Run> mended = new ArrayList<>();
    for (RunRow row : page) {
      if (done.add(row.runId())) {
        Run run = mended(row.runId());
        if (run != null) {
          mended.add(run);
        }
      }
    }
    return mended;
  }

  /** All runs of the page as they are; null if anything is wrong with any of them. */
  private @Nullable List<Run> wholeRuns(List<RunRow> page) {
    List<UUID> ids = page.stream().map(RunRow::runId).toList();
    if (Set.copyOf(ids).size() < ids.size() || ids.stream().anyMatch(done::contains)) {
      return null;
    }
    try {
      List<Run> runs = raw.whole(page);
      done.addAll(ids);
      return runs;
    } catch (DamagedRow e) {
      return null;
    }
  }

  private @Nullable Run mended(UUID id) {
    String name = "run " + id;
    List<RunRow> rows = newestFirst(raw.runs(id.toString()), RunRow::createdAt);
    List<PluginExecution> executions = new ArrayList<>();
    Set<ExecutionId> listed = new HashSet<>();
    raw.executions(id.toString()).stream()
        .collect(groupingBy(ExecutionRow::executionNo, LinkedHashMap::new, toRows()))
        .forEach(
            (number, same) -> {
              PluginExecution execution = execution(name, same);
              if (execution != null && listed.add(execution.executionId())) {
                executions.add(execution);
              }
            });
    return first("Runs", name, rows, row -> row.toRun(executions));
  }

  private static <T> Collector<T, ?, List<T>> toRows() {
    return Collectors.toList();
  }

  private @Nullable PluginExecution execution(String run, List<ExecutionRow> same) {
    List<ExecutionRow> rows = newestFirst(same, ExecutionRow::createdAt);
    ExecutionKey key = rows.get(0).key();
    String name =
        "%s, execution %d (%s)".formatted(run, key.executionNo(), rows.get(0).pluginName());
    return first(
        "Executions",
        name,
        rows,
        row ->
            row.toExecution(
                steps(name, key, row.executionId()), estimates(name, key, row.executionId())));
  }

  private List<StepMetrics> steps(String execution, ExecutionKey key, UUID executionId) {
    return parts(
        "Steps",
        execution + ", step ",
        raw.steps(key.runId().toString()).stream().filter(row -> row.key().equals(key)).toList(),
        StepRow::stepNo,
        StepRow::createdAt,
        row -> row.toStep(executionId));
  }

  private List<Estimate> estimates(String execution, ExecutionKey key, UUID executionId) {
    return parts(
        "Announcements",
        execution + ", announcement ",
        raw.estimates(key.runId().toString()).stream()
            .filter(row -> row.key().equals(key))
            .toList(),
        EstimateRow::estimateNo,
        EstimateRow::createdAt,
        row -> row.toEstimate(executionId));
  }

  private <R, P> List<P> parts(
      String kind,
      String name,
      List<R> rows,
      Function<R, Integer> number,
      Function<R, Instant> created,
      Function<R, P> making) {
    List<P> parts = new ArrayList<>();
    rows.stream()
        .collect(groupingBy(number, TreeMap::new, toRows()))
        .forEach(
            (each, same) -> {
              P part = first(kind, name + each, newestFirst(same, created), making);
              if (part != null) {
                parts.add(part);
              }
            });
    return parts;
  }

  /** What the first of these rows gives that the domain allows; the others are lost. */
  private <R, P> @Nullable P first(String kind, String name, List<R> rows, Function<R, P> making) {
    P found = null;
    for (R row : rows) {
      if (found == null) {
        found = made(kind, name, () -> making.apply(row));
      } else {
        losses.add(kind + " are stored more than once; the one stored last was saved", name);
      }
    }
    return found;
  }

  private <P> @Nullable P made(String kind, String name, Supplier<P> making) {
    try {
      return DamagedRow.unless(making);
    } catch (DamagedRow e) {
      losses.add(kind + " hold what none can", name + ": " + e.reason());
      return null;
    }
  }

  private static <R> List<R> newestFirst(List<R> rows, Function<R, Instant> created) {
    return rows.stream().sorted(Comparator.comparing(created).reversed()).toList();
  }
}
