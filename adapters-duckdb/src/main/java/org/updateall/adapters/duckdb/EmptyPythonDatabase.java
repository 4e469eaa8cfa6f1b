package org.updateall.adapters.duckdb;

/** A database that the Python update-all made and never stored anything in: as good as none. */
final class EmptyPythonDatabase extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmptyPythonDatabase() {
    super("a database of the Python update-all, without a row");
  }
}
