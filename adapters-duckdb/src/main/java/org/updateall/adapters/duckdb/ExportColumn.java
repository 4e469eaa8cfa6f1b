package org.updateall.adapters.duckdb;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table, made of the component of a row.
 *
 * @param component the component
 * @param name the column's name
 * @param type what it holds
 * @param required whether every row has a value in it
 */
record ExportColumn(RecordComponent component, String name, ColumnType type, boolean required) {

  static ExportColumn of(RecordComponent component) {
    return new ExportColumn(
        component,
        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
        ColumnType.of(component),
        !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
  }

  /** Its part of the statement that makes the table. */
  String definition() {
    return name + " " + type.tableType() + (required ? " NOT NULL" : "");
  }
}
