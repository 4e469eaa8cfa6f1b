package org.updateall.domain.storage;

/** How many rows a table of the store has. */
public record TableRows(String table, long rows) {

  /**
   * @throws IllegalArgumentException if the number of rows is negative
   */
  public TableRows {
    if (rows < 0) {
      throw new IllegalArgumentException("rows of %s are negative: %d".formatted(table, rows));
    }
  }
}
