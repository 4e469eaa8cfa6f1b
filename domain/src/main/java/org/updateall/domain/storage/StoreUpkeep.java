package org.updateall.domain.storage;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.ZoneId;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Port: looks after the file that a history is kept in. Safe for use by several threads; others who
 * use the store are waited for.
 *
 * <p>Every method throws {@link HistoryUnavailable} if the store cannot be used for what is asked.
 * None makes a store where there is none. A file that is written comes into being whole or not at
 * all, readable by its owner alone where the system knows owners, and never in the place of another
 * one.
 */
public interface StoreUpkeep {

  /** How the store is; none if there is none yet. Changes nothing. */
  Option<StoreSummary> summary();

  /**
   * Reads everything that is stored and says what is wrong with it. Damage is found, not thrown.
   * Changes nothing. Where there is no store, nothing is wrong with it.
   */
  CheckReport check();

  /**
   * Writes a copy of the store, of one moment, that can be used in its place.
   *
   * @return the refusal, if there is a file of that name, no directory for it, or no store
   */
  Either<FileRefused, StoreCopy> backUp(Path target);

  /**
   * Gives the space of what was removed back to the system. Whoever dies over it leaves the old
   * file or the new one, whole, with the same content.
   *
   * @return the sizes; none if there is no store yet
   */
  Option<Compaction> compact();

  /**
   * Saves what can be read of a store, damaged or not, into a new one. The old one is left as it
   * is. Every run is saved with all its parts that can be read; what is lost is counted, and
   * nothing is made up in its place.
   *
   * @return the refusal, if there is a file of that name, no directory for it, or no store
   */
  Either<FileRefused, Salvage> repair(Path target);

  /**
   * Puts a store in the place of the one that the Python update-all made there, with all that can
   * be read of it without guessing. The old one is kept beside it.
   *
   * @param zone the zone of its times, which are local: where clocks were set back the earlier of
   *     two instants is taken, and a time that the clocks skipped counts from before the skip
   * @return the refusal, if there is no store of the Python update-all
   */
  Either<FileRefused, Conversion> convert(ZoneId zone);
}
