package org.updateall.adapters.report.chart;

import java.util.List;
import java.util.Locale;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.reporting.CalibrationCurve;

/**
 * How often outcomes lay inside intervals of several levels, against those levels (a reliability
 * diagram): on the diagonal if they held what they promised, below it if they were too narrow. The
 * bars are Wilson's of 95 %.
 */
public final class CalibrationChart extends Chart {

  private static final double LEFT = 66;
  private static final double TOP = 14;
  private static final double SIDE = 300;
  private static final double RIGHT = LEFT + SIDE;
  private static final double BOTTOM = TOP + SIDE;

  private final List<CalibrationCurve.Point> points;

  private CalibrationChart(List<CalibrationCurve.Point> points) {
    this.points = points;
  }

  public static CalibrationChart of(CalibrationCurve curve) {
    return new CalibrationChart(curve.points());
  }

  public static CalibrationChart of(List<CalibrationCurve.Point> points) {
    return new CalibrationChart(List.copyOf(points));
  }

  @Override
  public String title() {
    return "How often intervals held";
  }

  @Override
  public String description() {
    if (points.isEmpty()) {
      return "There is no outcome to judge by.";
    }
    int count = points.get(0).observed().count();
    long kept = points.stream().filter(each -> each.observed().contains(each.level())).count();
    return "%d outcomes. At %d of %d levels the promise lies within what so many outcomes can tell. %s"
        .formatted(count, kept, points.size(), nearestToNinety());
  }

  private String nearestToNinety() {
    CalibrationCurve.Point nearest =
        points.stream()
            .min((a, b) -> Double.compare(Math.abs(a.level() - 0.9), Math.abs(b.level() - 0.9)))
            .orElseThrow();
    return "Intervals of %s held %s of them.".formatted(percent(nearest.level()), share(nearest));
  }

  @Override
  double width() {
    return RIGHT + 24;
  }

  @Override
  double height() {
    return BOTTOM + 46;
  }

  @Override
  void draw(Svg svg) {
    drawFrame(svg);
    if (points.isEmpty()) {
      svg.label("faint middle", LEFT + SIDE * 0.68, TOP + SIDE * 0.72, "no outcome to judge by");
    }
    for (CalibrationCurve.Point point : points) {
      CoverageBand observed = point.observed();
      double at = x(point.level());
      svg.line("thin", at, y(observed.lower()), at, y(observed.upper()));
    }
    for (CalibrationCurve.Point point : points) {
      svg.open("circle", "class", "point", "cx", x(point.level()))
          .attributes("cy", y(point.observed().share()), "r", 4.5)
          .text("title", words(point))
          .close();
    }
  }

  private static void drawFrame(Svg svg) {
    Path grid = new Path();
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      grid.move(x(at), BOTTOM).line(x(at), TOP).move(LEFT, y(at)).line(RIGHT, y(at));
      svg.label("faint middle", x(at), BOTTOM + 17, percent(at));
      svg.label("faint end", LEFT - 8, y(at) + 4, percent(at));
    }
    svg.path("grid", grid);
    svg.line("promise", LEFT, BOTTOM, RIGHT, TOP);
    svg.label("middle", (LEFT + RIGHT) / 2, BOTTOM + 38, "level that was promised");
    double middle = (TOP + BOTTOM) / 2;
    svg.text(
        "text",
        "share that lay inside",
        "class",
        "middle",
        "transform",
        "translate(16 %d) rotate(-90)".formatted((int) middle));
  }

  private static String words(CalibrationCurve.Point point) {
    CoverageBand observed = point.observed();
    return "%s: %d of %d inside, %s"
        .formatted(percent(point.level()), observed.hits(), observed.count(), share(point));
  }

  private static String share(CalibrationCurve.Point point) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * point.observed().share());
  }

  private static String percent(double share) {
    return "%d %%".formatted(Math.round(100 * share));
  }

  private static double x(double share) {
    return LEFT + SIDE * share;
  }

  private static double y(double share) {
    return BOTTOM - SIDE * share;
  }
}
