package org.updateall.adapters.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** An engine to read files with that can be replaced by a sound one. */
final class SurveyEngine implements AutoCloseable {

  private DuckDBConnection connection = Engine.fileReader();

  SurveyEngine() throws SQLException {}

  DuckDBConnection connection() {
    return connection;
  }

  /** Makes another one. */
  void renew() throws SQLException {
    connection.close();
    connection = Engine.fileReader();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
