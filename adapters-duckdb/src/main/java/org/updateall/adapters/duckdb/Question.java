package org.updateall.adapters.duckdb;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A question whose rows are read into records, asked of Jdbi directly. It is for what the first
 * estimate of a process asks: an interface with annotations takes Jdbi ten milliseconds to make
 * ready, each of them at every start.
 */
final class Question {

  private Question() {}

  /**
   * @param row what a row is made into
   */
  static <T> List<T> ask(Handle handle, Class<T> row, String sql) {
    try (Query query = handle.createQuery(sql)) {
      return query.mapTo(row).list();
    }
  }

  /**
   * @param parameters values by their names
   */
  static <T> List<T> ask(Handle handle, Class<T> row, String sql, Map<String, ?> parameters) {
    try (Query query = handle.createQuery(sql)) {
      parameters.forEach(query::bind);
      return query.mapTo(row).list();
    }
  }

  /**
   * @param parameters a record whose components are values by their names
   */
  static <T> List<T> ask(Handle handle, Class<T> row, String sql, Record parameters) {
    try (Query query = handle.createQuery(sql)) {
      BindRow.Factory.bind(query, parameters);
      return query.mapTo(row).list();
    }
  }

  /** With a list of values in the place of {@code <name>}; it is not empty. */
  static <T> List<T> askOfMany(
      Handle handle, Class<T> row, String sql, String name, List<String> values) {
    try (Query query = handle.createQuery(sql)) {
      return query.bindList(name, values).mapTo(row).list();
    }
  }
}
