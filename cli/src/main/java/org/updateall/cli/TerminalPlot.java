package org.updateall.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.reporting.TargetHistory;

/**
 * A target of a plugin through time in characters: the past runs as bars, those outside their range
 * marked below, and beside them the ranges of the next runs.
 */
final class TerminalPlot {

  private static final int ROWS = 8;
  private static final int AHEAD_WIDTH = 3;
  private static final int WIDEST_BAR = 4;
  private static final int BORDERS = 5;
  private static final int LEAST_ROOM = 10;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final TargetHistory history;
  private final ZoneId zone;
  private final PlotSigns signs;
  private final PlotScale scale;
  private final List<String> labels;
  private final int room;
  private final List<PlotColumn> columns;
  private final int barWidth;

  TerminalPlot(TargetHistory history, ZoneId zone, PlotSigns signs, int width) {
    this.history = history;
    this.zone = zone;
    this.signs = signs;
    this.scale = PlotScale.of(history);
    this.labels = labels();
    this.room =
        Math.max(LEAST_ROOM, width - labelWidth() - BORDERS - AHEAD_WIDTH * history.ahead().size());
    this.columns = PlotColumn.of(history.past(), room);
    this.barWidth = Math.min(WIDEST_BAR, room / Math.max(1, columns.size()));
  }

  /** How many runs share a column. */
  int runsEach() {
    return PlotColumn.runsEach(history.past().size(), room);
  }

  boolean isLogarithmic() {
    return scale.logarithmic();
  }

  String render(boolean color) {
    UnaryOperator<String> future = color ? Text::green : UnaryOperator.identity();
    UnaryOperator<String> outside = color ? Text::yellow : UnaryOperator.identity();
    StringBuilder text = new StringBuilder();
    for (int row = ROWS - 1; row >= 0; row--) {
      line(text, labels.get(row), signs.axis(), bars(row), future.apply(ahead(row)));
    }
    if (columns.stream().anyMatch(each -> each.above() || each.below())) {
      line(text, "outside", " ", outside.apply(marks()), "");
    }
    line(text, "", " ", days(), history.ahead().isEmpty() ? "" : firstAhead());
    return text.toString();
  }

  private void line(StringBuilder text, String label, String axis, String past, String next) {
    String between =
        next.isEmpty() || columns.isEmpty() ? "" : " " + (axis.isBlank() ? " " : signs.now()) + " ";
    String line =
        " ".repeat(labelWidth() - label.length()) + label + " " + axis + past + between + next;
    text.append(line.stripTrailing()).append(System.lineSeparator());
  }

  /** What stands beside each row, the lowest first. */
  private List<String> labels() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            row ->
                switch (row) {
                  case 0 -> scale.bottom() == 0 ? "0" : quantity(0);
                  case ROWS / 2 -> scale.top() == 0 ? "" : quantity((row + 0.5) / ROWS);
                  case ROWS - 1 -> scale.top() == 0 ? "" : quantity(1);
                  default -> "";
                })
        .toList();
  }

  private String quantity(double height) {
    return Quantity.of(history.target(), scale.value(height));
  }

  private int labelWidth() {
    return Math.max("outside".length(), labels.stream().mapToInt(String::length).max().orElse(0));
  }

  private String bars(int row) {
    return columns.stream().map(column -> wide(bar(column, row))).collect(Collectors.joining());
  }

  private String bar(PlotColumn column, int row) {
    if (column.greatest() == 0) {
      return row == 0 ? signs.zero() : " ";
    }
    double filled = ROWS * scale.height(column.value()) - row;
    String bar = signs.bar(row == 0 ? Math.max(filled, 1.0 / signs.heights().length()) : filled);
    return bar.isBlank() && ROWS * scale.height(column.greatest()) >= row + 0.5
        ? signs.reach()
        : bar;
  }

  /** A bar as wide as there is room, with a gap to the next one where it is wider than one. */
  private String wide(String sign) {
    return barWidth == 1 ? sign : sign.repeat(barWidth - 1) + " ";
  }

  private String marks() {
    return columns.stream().map(column -> wide(mark(column))).collect(Collectors.joining());
  }

  private String mark(PlotColumn column) {
    if (column.above()) {
      return column.below() ? signs.both() : signs.above();
    }
    return column.below() ? signs.below() : " ";
  }

  private String ahead(int row) {
    return history.ahead().stream()
        .map(next -> cell(next.distribution(), row).repeat(AHEAD_WIDTH))
        .collect(Collectors.joining());
  }

  private String cell(PredictiveDistribution law, int row) {
    double middle = (row + 0.5) / ROWS;
    if (rowOf(law.median()) == row) {
      return signs.median();
    }
    if (holds(law, 0.5, middle)) {
      return signs.half();
    }
    return holds(law, 0.9, middle) ? signs.wide() : " ";
  }

  private boolean holds(PredictiveDistribution law, double level, double height) {
    return scale.height(law.interval(level).lower()) <= height
        && height <= scale.height(law.interval(level).upper());
  }

  private int rowOf(double value) {
    return Math.min(ROWS - 1, (int) (ROWS * scale.height(value)));
  }

  /** The days of the first and the last run, where there is room. */
  private String days() {
    int width = columns.size() * barWidth;
    if (columns.isEmpty()) {
      return "";
    }
    String first = day(history.past().get(0).time());
    String last = day(history.past().get(history.past().size() - 1).time());
    int gap = width - first.length() - last.length();
    if (gap >= 2) {
      return first + " ".repeat(gap) + last;
    }
    return width < first.length() ? " ".repeat(width) : first + " ".repeat(width - first.length());
  }

  private String firstAhead() {
    int runs = history.ahead().size();
    String words = "next %s".formatted(Count.of(runs, "run"));
    return words.length() <= runs * AHEAD_WIDTH ? words : "next";
  }

  private String day(Instant time) {
    return DAY.format(time.atZone(zone));
  }
}
