package org.updateall.domain.history;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Port: keeps runs and gives them back. Safe for use by several threads.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the store cannot be used. Reading never
 * creates a store: one that does not exist yet is empty.
 */
public interface RunHistory {

  /**
   * Stores a run with all its parts, or nothing of it. A run whose identity is known replaces what
   * was there; creation times of parts that were there stay, absent ones become now. Recording the
   * same run again changes nothing, and so is harmless where a failure leaves it open whether the
   * run was stored.
   */
  RecordOutcome record(Run run);

  /**
   * Records all of them, as {@link #record} does each, in one transaction: if the iterator fails,
   * or the store while it is read, nothing is stored. The iterator is read once and need not fit
   * into memory; what it throws is passed on as it is.
   */
  RecordingSummary recordAll(Iterator<Run> runs);

  /**
   * Puts a run in the place of the stored one of that identity, within one transaction: nobody else
   * changes it meanwhile. Creation times are kept as {@link #record} keeps them. What the change
   * throws is passed on as it is, and nothing is stored then. The change must not use the store.
   *
   * @param change gives the run as it is to be; the same identity
   * @return the run as it then is stored; none if no run of that identity is
   * @throws IllegalArgumentException if the change gives a run of another identity
   */
  Option<Run> revise(RunId runId, UnaryOperator<Run> change);

  /**
   * Removes runs with all their parts, all of them in one transaction; those that are not there are
   * passed over.
   *
   * @return how much was removed
   */
  HistoryCounts delete(Collection<RunId> runIds);

  /**
   * Removes every run that began before that time, with all its parts, in one transaction.
   *
   * @return how much was removed
   */
  HistoryCounts deleteBefore(Instant time);

  /** The run of that identity, with all its parts in their order. */
  Option<Run> find(RunId runId);

  /** Those runs of these identities that are known, each with all its parts in their order. */
  default Map<RunId, Run> findAll(Collection<RunId> runIds) {
    Map<RunId, Run> found = new HashMap<>();
    runIds.forEach(runId -> find(runId).forEach(run -> found.put(runId, run)));
    return found;
  }

  /** The execution of that identity, with all its parts; of several runs that of the newest. */
  Option<PluginExecution> findExecution(ExecutionId executionId);

  /**
   * The newest of the runs that are meant, whole, newest first; of runs that began at the same
   * instant the greater identity first.
   *
   * @param limit at most this many, not negative
   * @throws IllegalArgumentException if the limit is negative
   */
  List<Run> recent(HistoryFilter filter, int limit);

  /**
   * Hands every run that is meant to the visitor, whole, oldest first; of runs that began at the
   * same instant the smaller identity first. All are of one moment: what others store meanwhile is
   * not among them. The runs need not fit into memory together. What the visitor throws is passed
   * on as it is. The visitor must not use the store.
   */
  void visit(HistoryFilter filter, Consumer<Run> visitor);

  /** How much the store holds. */
  HistoryCounts counts();
}
