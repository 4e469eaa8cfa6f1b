package org.updateall.adapters.report.chart;

import java.util.ArrayList;
import java.util.List;

/** What the signs of a chart mean, in rows below it. */
final class Legend {

  static final double ROW = 18;

  private static final double SIGN = 16;
  private static final double GAP = 18;
  private static final double LETTER = 6.3;

  /** Draws a sign about a place. */
  @FunctionalInterface
  interface Sign {
    void draw(Svg svg, double x, double y);
  }

  private record Entry(Sign sign, String words) {

    double width() {
      return SIGN + LETTER * words.codePointCount(0, words.length()) + GAP;
    }
  }

  private final double left;
  private final double right;
  private final List<Entry> entries = new ArrayList<>();

  Legend(double left, double right) {
    this.left = left;
    this.right = right;
  }

  Legend add(Sign sign, String words) {
    entries.add(new Entry(sign, words));
    return this;
  }

  Legend addIf(boolean present, Sign sign, String words) {
    return present ? add(sign, words) : this;
  }

  static Sign box(String... kinds) {
    return (svg, x, y) -> {
      for (String kind : kinds) {
        double reach = kind.contains("half") ? 2.5 : 5;
        svg.path(kind, new Path().box(x - 5, y - reach, x + 5, y + reach));
      }
    };
  }

  /** Boxes in one another. */
  static Sign shades(String kind) {
    return (svg, x, y) -> {
      for (double reach = 6; reach > 0; reach -= 2) {
        svg.path(kind, new Path().box(x - 5, y - reach, x + 5, y + reach));
      }
    };
  }

  static Sign dot(String kind) {
    return (svg, x, y) -> svg.leaf("circle", "class", kind, "cx", x, "cy", y, "r", 3.5);
  }

  static Sign triangle(String kind) {
    return (svg, x, y) ->
        svg.path(
            kind, new Path().move(x, y - 5).line(x + 4.5, y + 3.5).line(x - 4.5, y + 3.5).close());
  }

  static Sign line(String kind) {
    return (svg, x, y) -> svg.line(kind, x - 6, y, x + 6, y);
  }

  double height() {
    return ROW * rows().size();
  }

  void draw(Svg svg, double top) {
    double y = top + ROW / 2;
    for (List<Entry> row : rows()) {
      double x = left;
      for (Entry entry : row) {
        entry.sign().draw(svg, x + SIGN / 2, y);
        svg.label("faint", x + SIGN + 2, y + 4, entry.words());
        x += entry.width();
      }
      y += ROW;
    }
  }

  private List<List<Entry>> rows() {
    List<List<Entry>> rows = new ArrayList<>();
    double x = right;
    for (Entry entry : entries) {
      if (rows.isEmpty() || x + entry.width() - GAP > right) {
        rows.add(new ArrayList<>());
        x = left;
      }
      rows.get(rows.size() - 1).add(entry);
      x += entry.width();
    }
    return rows;
  }
}
