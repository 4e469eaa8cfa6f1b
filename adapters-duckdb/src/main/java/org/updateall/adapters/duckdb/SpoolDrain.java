package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.SpoolName.Kind;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;
import org.updateall.domain.journal.Settlement.SetAside;
import org.updateall.domain.ledger.ForetoldRun;

/**
 * Stores what waits in a spool, within the lock of the database, each batch in one transaction.
 *
 * <p>A file is taken away once the transaction is committed, and before anything else is written.
 * If the process ends in between, the files are stored again by whoever writes next, before it
 * writes, and that changes nothing: nobody can have changed a run in the meantime.
 */
final class SpoolDrain {

  private static final int BATCH_SIZE = 200;

  private final Spool spool;
  private final Transactions transactions;
  private final Clock clock;
  private final SettlementTally tally;

  /** Where runs are stored. */
  interface Transactions {
    <T> T inOne(DuckDbStore.Work<T> work)
        throws IOException, SQLException, StoreBusy, InterruptedException;
  }

  SpoolDrain(Spool spool, Transactions transactions, Clock clock, SettlementTally tally) {
    this.spool = spool;
    this.transactions = transactions;
    this.clock = clock;
    this.tally = tally;
  }

  /** Stores what waits; what storing each file changed. */
  Map<SpoolName, RecordOutcome> drain()
      throws IOException, SQLException, StoreBusy, InterruptedException {
    spool.removeDraftsOfTheDead();
    Map<SpoolName, RecordOutcome> outcomes = new HashMap<>();
    List<SpoolName> waiting = spool.waiting(Kind.RUN);
    for (int from = 0; from < waiting.size(); from += BATCH_SIZE) {
      outcomes.putAll(store(waiting.subList(from, Math.min(from + BATCH_SIZE, waiting.size()))));
    }
    storeAbandoned();
    storeForetold();
    return outcomes;
  }

  private Map<SpoolName, RecordOutcome> store(List<SpoolName> names)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    Map<SpoolName, Run> runs = new LinkedHashMap<>();
    for (SpoolName name : names) {
      spool.run(name, this::report).forEach(run -> runs.put(name, run));
    }
    if (runs.isEmpty()) {
      return Map.of();
    }
    Map<SpoolName, RecordOutcome> outcomes =
        transactions.inOne(handle -> record(runs, new RunRecorder(handle, clock.instant())));
    tally.add(new Settlement(runs.size(), List.of(), List.of()));
    spool.forget(runs);
    return outcomes;
  }

  /** After the runs, so that nothing that is wrong with it keeps them from being stored. */
  private void storeForetold() throws IOException, SQLException, StoreBusy, InterruptedException {
    Map<SpoolName, ForetoldRun> foretold = new LinkedHashMap<>();
    for (SpoolName name : spool.waiting(Kind.FORETOLD)) {
      spool.foretold(name, this::report).forEach(run -> foretold.put(name, run));
    }
    if (!foretold.isEmpty()) {
      int unused = transactions.inOne(handle -> new LedgerWriter(handle).write(foretold.values()));
      spool.forgetForetold(foretold.keySet());
    }
  }

  private static Map<SpoolName, RecordOutcome> record(
      Map<SpoolName, Run> runs, RunRecorder recorder) throws SQLException {
    List<RecordOutcome> outcomes = recorder.recordEach(List.copyOf(runs.values()));
    Map<SpoolName, RecordOutcome> byName = new HashMap<>();
    for (SpoolName name : runs.keySet()) {
      byName.put(name, outcomes.get(byName.size()));
    }
    return byName;
  }

  private void storeAbandoned() throws IOException, SQLException, StoreBusy, InterruptedException {
    List<RunUnderWay> left = spool.abandoned(this::report);
    if (left.isEmpty()) {
      return;
    }
    List<RunUnderWay> marked = transactions.inOne(handle -> markAbandoned(handle, left));
    tally.add(new Settlement(0, marked, List.of()));
    for (RunUnderWay each : left) {
      spool.withdraw(each.run().runId());
    }
  }

  /** Stores those that are not stored and over already; the others need no marking. */
  private List<RunUnderWay> markAbandoned(Handle handle, List<RunUnderWay> left)
      throws SQLException {
    Map<RunId, Run> known =
        handle.attach(RunTables.class).find(left.stream().map(each -> each.run().runId()).toList());
    List<RunUnderWay> marked = new ArrayList<>();
    for (RunUnderWay each : left) {
      if (!isOverOtherwise(known.get(each.run().runId()), each.run().abandoned())) {
        marked.add(each);
      }
    }
    new RunRecorder(handle, clock.instant())
        .recordEach(marked.stream().map(each -> each.run().abandoned()).toList());
    return marked;
  }

  private static boolean isOverOtherwise(@Nullable Run known, Run abandoned) {
    return known != null && known.isOver() && !known.sameContentAs(abandoned);
  }

  private void report(SetAside unreadable) {
    tally.add(new Settlement(0, List.of(), List.of(unreadable)));
  }
}
