package org.updateall.adapters.duckdb;

/** Somebody else uses the database, and patience is at its end. The message says who. */
final class StoreBusy extends Exception {

  private static final long serialVersionUID = 1L;

  StoreBusy(String holder) {
    super(holder);
  }
}
