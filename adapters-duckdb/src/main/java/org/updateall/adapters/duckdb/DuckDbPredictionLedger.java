package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;
import org.updateall.domain.ledger.ForetoldRun;
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
  public List<ForetoldRun> foretold(@Nullable Instant from) {
    return store.read(
        List.of(), handle -> foretold(handle.attach(LedgerTable.class).madeFrom(from)));
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
