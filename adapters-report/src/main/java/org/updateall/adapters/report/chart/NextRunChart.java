package org.updateall.adapters.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.reporting.NextRun;

/**
 * What the next run will need of one target: a row for each plugin, that of the greatest first, and
 * one for all of them.
 */
public final class NextRunChart extends Chart {

  private static final double LETTER = 6.6;
  private static final double LEAST_LEFT = 110;
  private static final double RIGHT = WIDE - 24;
  private static final double TOP = 6;
  private static final double ROW = 24;
  private static final double BELOW = 26;
  private static final int LONGEST_NAME = 24;
  private static final double LOGARITHMIC_FROM = 200;
  private static final double SMALLEST_RATIO = 1e-5;

  private final Target target;
  private final List<Row> rows;
  private final boolean hasTotal;
  private final double left;
  private final ValueAxis values;
  private final Legend legend;

  /** What is believed of a plugin, or of all. */
  private record Row(String name, PredictiveDistribution distribution) {}

  private NextRunChart(NextRun next, Target target) {
    this.target = target;
    this.rows = new ArrayList<>(plugins(next, target));
    TotalPrediction total = next.totals().get(target);
    this.hasTotal = total != null;
    if (total != null) {
      rows.add(new Row("all together", total.distribution()));
    }
    this.left = left(rows);
    this.values = axis();
    this.legend =
        new Legend(left, RIGHT)
            .add(Legend.dot("point"), "expected")
            .add(Legend.line("thick"), "50 % range")
            .add(Legend.line("thin"), "90 % range");
  }

  public static NextRunChart of(NextRun next, Target target) {
    return new NextRunChart(next, target);
  }

  private static List<Row> plugins(NextRun next, Target target) {
    List<Row> rows = new ArrayList<>();
    next.plugins()
        .forEach(
            plugin ->
                plugin
                    .prediction(target)
                    .map(Prediction::distribution)
                    .forEach(law -> rows.add(new Row(plugin.plugin().value(), law))));
    rows.sort(
        Comparator.comparingDouble((Row row) -> row.distribution().median())
            .reversed()
            .thenComparing(Row::name));
    return rows;
  }

  /** Where the longest name ends. */
  private static double left(List<Row> rows) {
    int longest =
        rows.stream()
            .mapToInt(row -> row.name().codePointCount(0, row.name().length()))
            .max()
            .orElse(0);
    return Math.max(LEAST_LEFT, 24 + LETTER * Math.min(LONGEST_NAME, longest));
  }

  private ValueAxis axis() {
    double high = rows.stream().mapToDouble(row -> wide(row).upper()).max().orElse(0);
    double[] medians =
        rows.stream()
            .mapToDouble(row -> row.distribution().median())
            .filter(median -> median > 0)
            .sorted()
            .toArray();
    boolean logarithmic =
        medians.length > 0 && medians[medians.length - 1] > LOGARITHMIC_FROM * medians[0];
    if (!logarithmic) {
      return ValueAxis.fromZero(target.unit(), high, left, RIGHT);
    }
    double least =
        rows.stream()
            .mapToDouble(row -> wide(row).lower())
            .filter(value -> value > SMALLEST_RATIO * high)
            .min()
            .orElse(SMALLEST_RATIO * high);
    return new ValueAxis(target.unit(), least / 1.2, 1.2 * high, true, left, RIGHT);
  }

  private static PredictionInterval wide(Row row) {
    return row.distribution().interval(0.9);
  }

  @Override
  public String title() {
    return "The next run: " + HistoryWords.name(target);
  }

  @Override
  public String description() {
    if (rows.isEmpty()) {
      return "Nothing is known of it.";
    }
    return String.join(" ", rows.stream().map(row -> words(row) + ".").toList());
  }

  @Override
  double width() {
    return WIDE;
  }

  @Override
  double height() {
    return bottom() + BELOW + legend.height() + 4;
  }

  private double bottom() {
    return TOP + ROW * Math.max(1, rows.size());
  }

  @Override
  void draw(Svg svg) {
    drawAxis(svg);
    for (int i = 0; i < rows.size(); i++) {
      boolean total = hasTotal && i == rows.size() - 1;
      drawRow(svg, rows.get(i), TOP + ROW * (i + 0.5), total);
      if (total && i > 0) {
        svg.line("axis", 12, TOP + ROW * i, RIGHT, TOP + ROW * i);
      }
    }
    if (rows.isEmpty()) {
      svg.label("faint middle", (left + RIGHT) / 2, TOP + ROW * 0.7, "nothing is known of it");
    } else {
      legend.draw(svg, bottom() + BELOW);
    }
  }

  private void drawAxis(Svg svg) {
    Path grid = new Path();
    for (Tick tick : values.ticks()) {
      grid.move(tick.place(), TOP).line(tick.place(), bottom());
      svg.label("faint middle", tick.place(), bottom() + 17, tick.label());
    }
    svg.path("grid", grid);
    svg.line("axis", left, bottom(), RIGHT, bottom());
    if (values.logarithmic()) {
      svg.label("faint", 12, bottom() + 17, "logarithmic scale");
    }
  }

  private void drawRow(Svg svg, Row row, double y, boolean total) {
    svg.label(
        total ? "strong end" : "end", left - 12, y + 4, Svg.shortened(row.name(), LONGEST_NAME));
    svg.open("g").text("title", words(row));
    range(svg, "thin", wide(row), y);
    range(svg, "thick", row.distribution().interval(0.5), y);
    svg.leaf("circle", "class", "point", "cx", values.place(row.distribution().median()))
        .attributes("cy", y, "r", 4.5)
        .close();
  }

  private void range(Svg svg, String kind, PredictionInterval interval, double y) {
    svg.line(kind, values.place(interval.lower()), y, values.place(interval.upper()), y);
  }

  private String words(Row row) {
    return "%s: %s, with 90 %% between %s"
        .formatted(
            row.name(),
            HistoryWords.amount(target, row.distribution().median()),
            HistoryWords.range(target, wide(row)));
  }
}
