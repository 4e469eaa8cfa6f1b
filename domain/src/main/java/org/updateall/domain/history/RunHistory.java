package org.updateall.domain.history;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.List;

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

  /** The run of that identity, with all its parts in their order. */
  Option<Run> find(RunId runId);

  /**
   * The newest runs, newest first; of runs that began at the same instant the greater identity
   * first.
   *
   * @param limit at most this many, not negative
   * @throws IllegalArgumentException if the limit is negative
   */
  List<Run> recent(HostScope host, int limit);

  /** How much the store holds. */
  HistoryCounts counts();
}
