package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.updateall.domain.history.Run;

/** What takes an export in its order: runs, then models, then how many there were. */
interface ExportSink extends AutoCloseable {

  void add(Run run) throws IOException, SQLException;

  void add(List<ModelRow> models) throws IOException, SQLException;

  /** Nothing more comes. */
  void finish(ExportTally tally) throws IOException, SQLException;

  /** Lets go of its files. */
  @Override
  void close() throws IOException, SQLException;
}
