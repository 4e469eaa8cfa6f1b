package org.updateall.cli;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of a table in a file.
 *
 * @param file the file
 * @param line on which line the row begins, counted from 1
 * @param columns the names of the columns
 * @param values as many, in their order
 */
record TableRow(Path file, long line, List<String> columns, List<String> values) {

  TableRow {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  /** What stands in that column; none if nothing does, or there is no such column. */
  Option<String> value(String column) {
    int place = columns.indexOf(column);
    return place < 0
        ? Option.none()
        : Option.some(values.get(place)).filter(value -> !value.isBlank());
  }
}
