package org.updateall.adapters.report.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.updateall.domain.reporting.PastRun;
import org.updateall.domain.reporting.RunAhead;
import org.updateall.domain.reporting.TargetHistory;

/**
 * One target of one plugin through time: its runs, the ranges that had been foretold of them, and
 * the next runs as a fan. Ranges that are said only afterwards are dashed.
 */
public final class HistoryChart extends Chart {

  private static final double LEFT = 66;
  private static final double RIGHT = WIDE - 20;
  private static final double TOP = 22;
  private static final double BOTTOM = 244;
  private static final double BELOW = 30;
  private static final double MOST_FOR_AHEAD = 170;
  private static final double LEAST_FOR_AHEAD = 70;
  private static final double ONE_AHEAD = 26;
  private static final double CLEAR = 36;
  private static final double LINE = 14;

  private final TargetHistory history;
  private final ZoneId zone;
  private final ValueAxis values;
  private final Legend legend;

  private HistoryChart(TargetHistory history, ZoneId zone) {
    this.history = history;
    this.zone = zone;
    this.values = HistoryRange.axis(history, BOTTOM, TOP);
    this.legend = legend();
  }

  /**
   * @param zone by whose calendar its axis goes
   */
  public static HistoryChart of(TargetHistory history, ZoneId zone) {
    return new HistoryChart(history, zone);
  }

  /** Whether equal ratios of values are equally far apart. */
  public boolean isLogarithmic() {
    return values.logarithmic();
  }

  @Override
  public String title() {
    return HistoryWords.title(history);
  }

  @Override
  public String description() {
    return HistoryWords.description(history, zone);
  }

  @Override
  double width() {
    return WIDE;
  }

  @Override
  double height() {
    return BOTTOM + BELOW + legend.height() + 4;
  }

  @Override
  void draw(Svg svg) {
    if (!history.past().isEmpty() || !history.ahead().isEmpty()) {
      drawValueAxis(svg);
    }
    if (history.past().isEmpty()) {
      String words = history.ahead().isEmpty() ? "nothing was measured" : "no run was measured yet";
      svg.label("faint middle", (LEFT + border()) / 2, (TOP + BOTTOM) / 2, words);
    } else {
      drawPast(svg);
    }
    if (!history.ahead().isEmpty()) {
      drawAhead(svg);
    }
    legend.draw(svg, BOTTOM + BELOW);
  }

  private void drawValueAxis(Svg svg) {
    Path grid = new Path();
    for (Tick tick : valueTicks()) {
      grid.move(LEFT, tick.place()).line(RIGHT, tick.place());
      svg.label("faint end", LEFT - 8, tick.place() + 4, tick.label());
    }
    svg.path("grid", grid);
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    String scale = values.logarithmic() ? ", logarithmic scale" : "";
    svg.label("faint", LEFT, TOP - 9, HistoryWords.name(history.target()) + scale);
  }

  /** On a logarithmic axis 0 is at the bottom, and stands there where no other value does. */
  private List<Tick> valueTicks() {
    List<Tick> ticks = new ArrayList<>(values.ticks());
    if (values.logarithmic()) {
      ticks.removeIf(tick -> BOTTOM - tick.place() < LINE);
      ticks.add(new Tick(BOTTOM, "0"));
    }
    return ticks;
  }

  private void drawPast(Svg svg) {
    TimeAxis times = times();
    boolean free = history.ahead().isEmpty();
    drawDays(
        svg,
        times.ticks().stream().filter(tick -> free || tick.place() < border() - CLEAR).toList());
    new PastRuns(history.target(), history.past(), times, values).draw(svg);
  }

  private void drawAhead(Svg svg) {
    double border = border();
    Fan fan = new Fan(history.target(), history.ahead(), values, zone, border + 4, RIGHT - 2);
    drawDays(svg, fan.ticks());
    fan.draw(svg);
    if (border > LEFT) {
      svg.line("now", border, TOP - 6, border, BOTTOM);
      svg.label("faint end", border - 5, TOP - 9, "now");
    }
    String next =
        history.ahead().size() == 1 ? "next run" : "next %d runs".formatted(history.ahead().size());
    svg.label("faint middle", (border + RIGHT) / 2, TOP - 9, next);
  }

  private static void drawDays(Svg svg, List<Tick> ticks) {
    Path marks = new Path();
    for (Tick tick : ticks) {
      marks.move(tick.place(), BOTTOM).line(tick.place(), BOTTOM + 4);
      svg.label("faint middle", tick.place(), BOTTOM + 17, tick.label());
    }
    svg.path("axis", marks);
  }

  /** Where the past ends. */
  private double border() {
    int ahead = history.ahead().size();
    return ahead == 0
        ? RIGHT
        : RIGHT - Math.max(LEAST_FOR_AHEAD, Math.min(MOST_FOR_AHEAD, ahead * ONE_AHEAD));
  }

  /** To the next run, however long ago the last one was; no further, since now is before it. */
  private TimeAxis times() {
    List<PastRun> past = history.past();
    Instant first = past.get(0).time();
    Instant last = past.get(past.size() - 1).time();
    Duration margin =
        first.equals(last) ? Duration.ofHours(36) : Duration.between(first, last).dividedBy(40);
    Instant end =
        history.ahead().stream()
            .limit(1)
            .map(RunAhead::time)
            .filter(next -> next.isAfter(last.plus(margin)))
            .findFirst()
            .orElse(last.plus(margin));
    return new TimeAxis(first.minus(margin), end, LEFT, border(), zone);
  }

  private Legend legend() {
    boolean foretold =
        history.past().stream()
            .anyMatch(run -> run.forecast() != null && run.forecast().beforehand());
    boolean outside = history.past().stream().anyMatch(PastRuns::isOutside);
    boolean ahead = !history.ahead().isEmpty();
    return new Legend(LEFT, RIGHT)
        .addIf(!history.past().isEmpty(), Legend.dot("run"), "run")
        .addIf(outside, Legend.triangle("outside"), "run outside its 90 % range")
        .addIf(foretold, Legend.box("wide", "half"), "foretold: 90 % and 50 % range")
        .addIf(
            history.hasAfterthoughts(),
            Legend.box("after-wide", "after-half"),
            foretold ? "the same, said afterwards" : "90 % and 50 % range, said afterwards")
        .addIf(ahead, Legend.line("median"), "expected next")
        .addIf(ahead, Legend.shades("fan"), "its 95, 90, 80 and 50 % range");
  }
}
