package org.updateall.adapters.duckdb;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.ForetoldTotal;
import org.updateall.domain.ledger.PredictionLedger;

/** Keeps what was foretold of runs in DuckDB; it is taken in through the spool, as runs are. */
final class DuckDbPredictionLedger implements PredictionLedger {

  private final DuckDbStore store;

  @Inject
  DuckDbPredictionLedger(DuckDbStore store) {
    this.store = store;
  }

  @Override
  public void enter(ForetoldRun foretold) {
    store.spool(spool -> spool.accept(foretold));
    store.drainIfFree();
  }

  @Override
  public Option<ForetoldRun> find(RunId runId) {
    return store.read(
        Option.none(),
        handle ->
            Option.ofOptional(
                foretold(handle.attach(LedgerTable.class).ofRun(runId.value())).stream()
                    .findFirst()));
  }

  @Override
  public void enterAll(Collection<ForetoldRun> foretold) {
    if (!foretold.isEmpty()) {
      int unused = store.write(handle -> new LedgerWriter(handle).write(foretold));
    }
  }

  @Override
  public List<ForetoldRun> findAll(Collection<RunId> runIds) {
    if (runIds.isEmpty()) {
      return List.of();
    }
    Map<RunId, ForetoldRun> found =
        store
            .read(
                List.<ForetoldRun>of(),
                handle -> foretold(handle.attach(LedgerTable.class).ofRuns(runIds)))
            .stream()
            .collect(toMap(ForetoldRun::runId, run -> run));
    return runIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public List<ForetoldRun> foretold(@Nullable Instant from) {
    return store.read(
        List.of(), handle -> foretold(handle.attach(LedgerTable.class).madeFrom(from)));
  }

  @Override
  public Map<Target, List<ForetoldTotal>> totals(Map<Target, Set<PluginName>> plugins, int newest) {
    return store.read(
        none(plugins.keySet()),
        handle -> {
          Map<Target, List<ForetoldTotal>> totals = none(plugins.keySet());
          plugins.forEach(
              (target, wanted) -> {
                if (!wanted.isEmpty()) {
                  totals.put(target, oldestFirst(newestTotals(handle, target, wanted, newest)));
                }
              });
          return totals;
        });
  }

  private static Map<Target, List<ForetoldTotal>> none(Set<Target> targets) {
    Map<Target, List<ForetoldTotal>> none = new EnumMap<>(Target.class);
    targets.forEach(target -> none.put(target, List.of()));
    return none;
  }

  private static List<PredictionRow> newestTotals(
      Handle handle, Target target, Set<PluginName> plugins, int newest) {
    return LedgerTable.newestTotals(
        handle,
        target.wireName(),
        plugins.stream().map(plugin -> plugin.value() + "\n").collect(joining()),
        Basis.DEFAULT.wireName(),
        newest);
  }

  private static List<ForetoldTotal> oldestFirst(List<PredictionRow> rows) {
    List<ForetoldTotal> totals =
        DamagedRow.unless(
            () ->
                new ArrayList<>(
                    rows.stream()
                        .map(row -> new ForetoldTotal(new RunId(row.runId()), row.toPrediction()))
                        .toList()));
    Collections.reverse(totals);
    return List.copyOf(totals);
  }

  @Override
  public int forget(Collection<RunId> runIds) {
    return runIds.isEmpty() ? 0 : forget(table -> table.delete(runIds));
  }

  @Override
  public int forgetBefore(Instant time) {
    return forget(table -> table.deleteBefore(time));
  }

  private int forget(Consumer<LedgerTable> deletion) {
    return store.isEmpty()
        ? 0
        : store.write(
            handle -> {
              LedgerTable table = handle.attach(LedgerTable.class);
              int before = table.runs();
              deletion.accept(table);
              return before - table.runs();
            });
  }

  private static List<ForetoldRun> foretold(List<PredictionRow> rows) {
    return DamagedRow.unless(() -> PredictionRow.foretold(rows));
  }
}
