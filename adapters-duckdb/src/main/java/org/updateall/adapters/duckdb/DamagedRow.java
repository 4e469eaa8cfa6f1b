package org.updateall.adapters.duckdb;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** What is stored is nothing that this program ever stores. The message says what. */
final class DamagedRow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private DamagedRow(RuntimeException cause) {
    super("it holds what cannot be read", cause);
  }

  /** What the domain refuses, in its own words. */
  String reason() {
    return String.valueOf(getCause() == null ? getMessage() : getCause().getMessage());
  }

  /**
   * What is made of rows, and of nothing else.
   *
   * @throws DamagedRow if they say what the domain refuses
   */
  static <T> T unless(Supplier<T> madeOfRows) {
    try {
      return madeOfRows.get();
    } catch (IllegalArgumentException
        | IllegalStateException
        | NoSuchElementException
        | NullPointerException
        | DateTimeException
        | ArithmeticException e) {
      throw new DamagedRow(e);
    }
  }
}
