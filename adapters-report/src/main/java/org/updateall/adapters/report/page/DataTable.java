package org.updateall.adapters.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A table whose first column names its rows. It scrolls within a region of its own, which the
 * keyboard reaches, where the page is too narrow for it.
 */
final class DataTable {

  /** What a column holds, which decides how it is aligned. */
  enum Kind {
    WORDS,
    FIGURES
  }

  private record Column(String heading, Kind kind) {}

  private final String caption;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<Consumer<Html>>> rows = new ArrayList<>();
  private final List<List<Consumer<Html>>> totals = new ArrayList<>();

  DataTable(String caption) {
    this.caption = caption;
  }

  DataTable words(String... headings) {
    return columns(Kind.WORDS, headings);
  }

  DataTable figures(String... headings) {
    return columns(Kind.FIGURES, headings);
  }

  private DataTable columns(Kind kind, String... headings) {
    for (String heading : headings) {
      columns.add(new Column(heading, kind));
    }
    return this;
  }

  DataTable row(Object... cells) {
    rows.add(cells(cells));
    return this;
  }

  /** A row below the others, which sums them up. */
  DataTable total(Object... cells) {
    totals.add(cells(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty() && totals.isEmpty();
  }

  int size() {
    return rows.size();
  }

  /** A cell of text that somebody else wrote. */
  static Consumer<Html> foreign(String words) {
    return html -> html.foreign(words);
  }

  @SuppressWarnings("unchecked")
  private List<Consumer<Html>> cells(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "%d cells for %d columns".formatted(cells.length, columns.size()));
    }
    List<Consumer<Html>> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(
          cell instanceof Consumer<?> writer
              ? (Consumer<Html>) writer
              : html -> html.text(cell.toString()));
    }
    return row;
  }

  void write(Html html) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
    html.open("table").element("caption", caption);
    html.open("thead").open("tr");
    columns.forEach(
        column -> html.element("th", column.heading(), attributes(column, "scope", "col")));
    html.close().close();
    body(html, "tbody", rows);
    if (!totals.isEmpty()) {
      body(html, "tfoot", totals);
    }
    html.close().close().line();
  }

  /** Writes the table behind a line that opens it, if it has more rows than that. */
  void writeFolded(Html html, int most) {
    if (size() <= most) {
      write(html);
      return;
    }
    html.open("details").element("summary", caption + " (" + Wording.count(size(), "row") + ")");
    write(html);
    html.close();
  }

  private void body(Html html, String name, List<List<Consumer<Html>>> body) {
    html.open(name);
    for (List<Consumer<Html>> row : body) {
      html.open("tr");
      for (int i = 0; i < columns.size(); i++) {
        cell(html, i, row.get(i));
      }
      html.close().line();
    }
    html.close();
  }

  private void cell(Html html, int place, Consumer<Html> content) {
    if (place == 0) {
      html.open("th", attributes(columns.get(place), "scope", "row"));
    } else {
      html.open("td", attributes(columns.get(place)));
    }
    content.accept(html);
    html.close();
  }

  /** Figures are the rule, of which there are many; words are marked. */
  private static String[] attributes(Column column, String... others) {
    return column.kind() == Kind.FIGURES
        ? others
        : Stream.concat(Arrays.stream(others), Stream.of("class", "word")).toArray(String[]::new);
  }
}
