package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;
import org.updateall.domain.history.HistoryUnavailable;

/** Turns whatever breaks while a database is used into what a user can be told. */
final class Guard {

  /** What is done with a database, and how it may break. */
  interface Action<T> {
    T run(Patience patience) throws IOException, SQLException, StoreBusy, InterruptedException;
  }

  private Guard() {}

  /**
   * @throws HistoryUnavailable if the database cannot be used
   */
  static <T> T run(Path database, Patience patience, Action<T> action) {
    try {
      return action.run(patience);
    } catch (StoreBusy e) {
      throw Breakdown.busy(database, patience.limit(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Breakdown.interrupted(database, e);
    } catch (DamagedRow e) {
      throw Breakdown.damaged(database, e);
    } catch (IOException | SQLException | JdbiException e) {
      throw Breakdown.of(database, e);
    }
  }
}
