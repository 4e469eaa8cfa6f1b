package org.updateall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of text under headings, each column as wide as its widest cell. */
final class Table {

  /** On which side of its column a cell stands. */
  enum Side {
    LEFT,
    RIGHT
  }

  /** A column: its heading and the side of its cells. */
  record Column(String heading, Side side) {

    static Column left(String heading) {
      return new Column(heading, Side.LEFT);
    }

    static Column right(String heading) {
      return new Column(heading, Side.RIGHT);
    }
  }

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<@Nullable List<String>> rows = new ArrayList<>();

  Table(Column... columns) {
    this.columns = List.of(columns);
  }

  /** Adds a row; what could steer the terminal is made visible. */
  Table row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, columns.size()));
    }
    rows.add(Arrays.stream(cells).map(Text::printable).toList());
    return this;
  }

  /** Adds a line across all columns. */
  Table rule() {
    rows.add(null);
    return this;
  }

  String render(boolean color) {
    int[] widths = widths();
    StringBuilder text = new StringBuilder();
    String headings = line(columns.stream().map(Column::heading).toList(), widths);
    text.append(color ? Text.bold(headings) : headings).append(System.lineSeparator());
    int across = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
    for (List<String> row : rows) {
      text.append(row == null ? "─".repeat(across) : line(row, widths));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private int[] widths() {
    int[] widths = columns.stream().mapToInt(column -> Text.width(column.heading())).toArray();
    for (List<String> row : rows) {
      if (row != null) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], Text.width(row.get(i)));
        }
      }
    }
    return widths;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String blank = " ".repeat(widths[i] - Text.width(cells.get(i)));
      line.append(i == 0 ? "" : GAP);
      line.append(
          columns.get(i).side() == Side.LEFT ? cells.get(i) + blank : blank + cells.get(i));
    }
    return line.toString().stripTrailing();
  }
}
