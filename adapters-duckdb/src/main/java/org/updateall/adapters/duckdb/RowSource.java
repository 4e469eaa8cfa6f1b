package org.updateall.adapters.duckdb;

import org.jspecify.annotations.Nullable;

/** The rows of one table of an export, in their order. */
interface RowSource extends AutoCloseable {

  /**
   * The values of the next row, one for each column of the table; null after the last.
   *
   * @throws ExportFault if there is a row that cannot be read
   */
  @Nullable Object @Nullable [] next();

  /** A fault in the row read last. */
  ExportFault fault(String reason, @Nullable Throwable cause);

  @Override
  void close();
}
