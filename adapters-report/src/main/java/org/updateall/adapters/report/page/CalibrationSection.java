package org.updateall.adapters.report.page;

import org.jspecify.annotations.Nullable;
import org.updateall.adapters.report.chart.CalibrationChart;
import org.updateall.adapters.report.chart.PitChart;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.ForecastQuality;

/**
 * Whether ranges held what they promised. What was foretold beforehand and what was worked out
 * afterwards are different claims, and stand apart.
 */
final class CalibrationSection implements Section {

  private final @Nullable ForecastQuality beforehand;
  private final @Nullable ForecastQuality afterwards;

  CalibrationSection(@Nullable ForecastQuality beforehand, @Nullable ForecastQuality afterwards) {
    this.beforehand = beforehand;
    this.afterwards = afterwards;
  }

  @Override
  public String id() {
    return "calibration";
  }

  @Override
  public String heading() {
    return "Did ranges hold what they promised?";
  }

  @Override
  public void write(Html html) {
    if (beforehand == null && afterwards == null) {
      html.element("p", "There is nothing to judge yet.");
    }
    if (beforehand != null) {
      html.element("h3", "Foretold beforehand");
      html.element("p", "Said and kept before the runs began.", "class", "note");
      write(html, beforehand.calibration(), "before");
    }
    if (afterwards != null) {
      html.element("h3", "Worked out afterwards");
      html.element(
          "p",
          "What the models say today of past runs that nothing was foretold of, each from the runs before it alone.",
          "class",
          "note");
      write(html, afterwards.calibration(), "after");
    }
  }

  private static void write(Html html, CalibrationCurve curve, String id) {
    if (curve.points().isEmpty()) {
      html.element("p", "Only totals could be judged, which do not count here.");
      return;
    }
    html.open("p").text(String.join(" ", new CalibrationWords(curve).sentences())).close();
    html.open("div", "class", "pair");
    picture(html, CalibrationChart.of(curve).svg("calibration-" + id), "Held against promised");
    picture(
        html, PitChart.of(curve.histogram()).svg("tenths-" + id), "Where in its range each fell");
    html.close();
    table(curve, id).writeFolded(html, 0);
  }

  private static void picture(Html html, String svg, String caption) {
    html.open("figure").element("figcaption", caption, "class", "above").drawing(svg).close();
  }

  private static DataTable table(CalibrationCurve curve, String id) {
    DataTable table =
        new DataTable(
                id.equals("before")
                    ? "Foretold beforehand, level by level"
                    : "Worked out afterwards, level by level")
            .figures("Promised", "Held", "Outcomes inside", "95 % band")
            .words("Agrees");
    curve
        .points()
        .forEach(
            point ->
                table.row(
                    Wording.level(point.level()),
                    Wording.percent(point.observed().share()),
                    "%,d of %,d".formatted(point.observed().hits(), point.observed().count()),
                    Wording.band(point.observed()),
                    point.observed().contains(point.level()) ? "yes" : "no"));
    return table;
  }
}
