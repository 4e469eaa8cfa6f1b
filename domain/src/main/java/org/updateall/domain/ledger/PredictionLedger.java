package org.updateall.domain.ledger;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * Port: keeps what was foretold of runs. What came true is not copied into it: whoever wants to
 * know looks into the history, so that runs which are corrected or deleted are judged as they are.
 * Safe for use by several threads.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the ledger cannot be used; one that does not
 * exist yet is empty, and reading does not make it.
 */
public interface PredictionLedger {

  /**
   * Enters what was foretold of a run, in the place of what is known of the same run. When this
   * returns the entry is safe, whatever becomes of this process. Nobody is waited for: while others
   * use the store, the entry may be found only once they are done.
   */
  void enter(ForetoldRun foretold);

  /** Enters all of them as {@link #enter} does each, but may wait while others use the store. */
  default void enterAll(Collection<ForetoldRun> foretold) {
    foretold.forEach(this::enter);
  }

  /** What was foretold of these runs, in their order; those that are not known are passed over. */
  default List<ForetoldRun> findAll(Collection<RunId> runIds) {
    return runIds.stream().flatMap(runId -> find(runId).toJavaStream()).toList();
  }

  /** What was foretold of that run. */
  Option<ForetoldRun> find(RunId runId);

  /**
   * Everything that was foretold, oldest first; what was foretold at the same instant by run.
   *
   * @param from made then or later; absent for all
   */
  List<ForetoldRun> foretold(@Nullable Instant from);

  /**
   * The newest totals that were foretold of exactly these plugins, oldest first; what was foretold
   * at the same instant by run.
   *
   * @param plugins for each target that is asked for, the plugins that the total is made of; see
   *     {@link ForetoldRun#partsOfTotal}
   * @param newest at most how many of each target
   */
  default Map<Target, List<ForetoldTotal>> totals(
      Map<Target, Set<PluginName>> plugins, int newest) {
    return ForetoldTotal.newest(foretold(null), plugins, newest);
  }

  /**
   * Forgets what was foretold of these runs; those that are not known are passed over.
   *
   * @return of how many runs something was forgotten
   */
  int forget(Collection<RunId> runIds);

  /**
   * Forgets everything that was foretold before that time, of runs that were never recorded, too.
   *
   * @return of how many runs something was forgotten
   */
  int forgetBefore(Instant time);
}
