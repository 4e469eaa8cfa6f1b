package org.updateall.domain.journal;

import io.vavr.control.Option;
import java.util.List;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/**
 * Port: takes runs in, whoever else uses the store at the time. What it was told is safe on disk
 * before it answers, and survives a crash at any moment. Safe for use by several threads and
 * processes.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the journal itself cannot be used.
 */
public interface RunJournal {

  /**
   * Notes that a run is under way in this process, and how far it has come. Replaces what was noted
   * of the run before. The store is not touched, and nobody is waited for.
   *
   * <p>A run that is still under way when its process has ended counts as abandoned; see {@link
   * #settle}.
   */
  void underWay(Run run);

  /**
   * Takes in a run that has ended, or one that is to be corrected; it is no longer under way. The
   * run is then stored, as {@link org.updateall.domain.history.RunHistory#record} does, after those
   * that were accepted before it, unless somebody else uses the store; nobody is waited for. That
   * the store cannot be used is no failure of this method: the run is safe, and is stored when it
   * can be.
   *
   * @return what storing it changed; none if it waits to be stored, or somebody else has taken it
   *     to be stored
   */
  Option<RecordOutcome> accept(Run run);

  /** Forgets a run that is under way, as if nothing had been noted of it. */
  void withdraw(RunId runId);

  /** The runs that are under way in any process, oldest first. */
  List<RunUnderWay> runsUnderWay();

  /** How many accepted runs wait to be stored; one that was accepted twice counts twice. */
  int runsWaiting();

  /**
   * Stores everything that waits, in the order in which it was accepted and each run once, after
   * waiting for others to leave the store. Runs whose process is {@link
   * ProcessIdentity#isKnownToHaveEnded known to have ended} are stored as {@link Run#abandoned}; a
   * run that is stored and over already stays as it is. What cannot be read is set aside, and never
   * stops the rest. If nothing waits, the store is not touched.
   *
   * @return what came of it, together with what storing did by itself since the last call
   * @throws HistoryUnavailable also if the store cannot be used; what waits goes on waiting
   */
  Settlement settle();

  /**
   * As {@link #settle}, but waits for nobody: where somebody else uses the store, or the store
   * cannot be used, what waits goes on waiting.
   *
   * @return what came of it, together with what storing did by itself since the last call
   */
  Settlement settleIfFree();
}
