package org.updateall.adapters.duckdb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goes through the rows of a table; what is made of a row at once is told by its place. */
final class TableCursor<R extends Record> {

  private final ExportTable<R> table;
  private final RowSource rows;
  private final RunAllowance allowance;
  private @Nullable R head;
  private boolean ended;

  TableCursor(ExportTable<R> table, RowSource rows, RunAllowance allowance) {
    this.table = table;
    this.rows = rows;
    this.allowance = allowance;
  }

  /** Whether there is a row. */
  boolean hasNext() {
    return headIs(row -> true);
  }

  /** Whether the next row is such a one. */
  boolean headIs(Predicate<R> condition) {
    if (head == null && !ended) {
      @Nullable Object[] values = rows.next();
      ended = values == null;
      head = values == null ? null : row(values);
    }
    return head != null && condition.test(head);
  }

  /** Takes the next row, and makes something of it. */
  <T> T take(Function<R, T> maker) {
    R row = head;
    if (row == null) {
      throw new IllegalStateException("there is no row at hand");
    }
    head = null;
    return made(() -> maker.apply(row));
  }

  /** Takes all next rows that are such ones. */
  <T> List<T> takeWhile(Predicate<R> condition, Function<R, T> maker) {
    List<T> taken = new ArrayList<>();
    while (headIs(condition)) {
      taken.add(take(maker));
    }
    return taken;
  }

  /**
   * What is made of the row taken last.
   *
   * @throws ExportFault at its place, if the domain refuses it
   */
  <T> T made(java.util.function.Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw fault(String.valueOf(e.getMessage()), e);
    }
  }

  ExportFault fault(String reason, @Nullable Throwable cause) {
    return rows.fault(reason, cause);
  }

  private R row(@Nullable Object[] values) {
    return made(
        () -> {
          allowance.spend(values);
          return table.row(values);
        });
  }
}
