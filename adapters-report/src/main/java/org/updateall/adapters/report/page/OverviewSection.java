package org.updateall.adapters.report.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.ForecastQuality;
import org.updateall.domain.reporting.HistoryReport;

/** What the report is about, and its main figures: the head of the page. */
final class OverviewSection {

  static final int LONGEST_NAME = 200;

  private static final double LEVEL = PredictionInterval.DEFAULT_LEVEL;

  private static final char NO_BREAK = '\u00a0';

  private final HistoryReport report;

  OverviewSection(HistoryReport report) {
    this.report = report;
  }

  /** Whose history it is. */
  static String name(HostScope host) {
    String hostname = host.hostname();
    return hostname == null
        ? "every machine of this history"
        : ForeignText.cut(hostname, LONGEST_NAME);
  }

  void write(Html html) {
    html.open("h1").text("Updates of ").foreign(name(report.host())).close();
    ZoneId zone = report.zone();
    html.open("p", "class", "about");
    html.text("Made ").element("time", Wording.minute(report.madeAt(), zone));
    html.text(" (%s) from ".formatted(zone.getId()));
    html.text(Wording.count(report.runs(), "run") + " ");
    html.text(
        report.from() == null
            ? "in all of the history."
            : "since " + Wording.day(report.from(), zone) + ".");
    html.close();
    writeFigures(html);
  }

  private void writeFigures(Html html) {
    html.open("dl", "class", "figures");
    for (Target target : List.of(Target.WALL_CLOCK, Target.DOWNLOAD_SIZE)) {
      writeTotal(html, target, report.next().totals().get(target));
    }
    if (!report.next().risk().plugins().isEmpty()) {
      figure(
          html,
          "Some plugin fails",
          Wording.chance(report.next().risk().anyFailure()),
          "if failures have nothing to do with one another");
    }
    writeCoverage(html);
    html.close().line();
  }

  private static void writeTotal(Html html, Target target, @Nullable TotalPrediction total) {
    if (total != null) {
      figure(
          html,
          "Next run: " + Wording.name(target).toLowerCase(Locale.ROOT),
          Wording.amount(target, total.point()),
          "90 %: " + unbroken(Wording.range(target, total.interval(LEVEL))));
    }
  }

  /** So that a line ends between figures alone, and not before a unit. */
  private static String unbroken(String range) {
    return range.replace(' ', NO_BREAK).replace(NO_BREAK + "–" + NO_BREAK, NO_BREAK + "– ");
  }

  private void writeCoverage(Html html) {
    ForecastQuality beforehand = report.beforehand();
    ForecastQuality shown = beforehand == null ? report.afterwards() : beforehand;
    if (shown == null) {
      return;
    }
    shown.calibration().points().stream()
        .filter(point -> point.level() == LEVEL)
        .map(CalibrationCurve.Point::observed)
        .forEach(
            band ->
                figure(
                    html,
                    "90 % ranges held in",
                    Wording.percent(band.share()),
                    grounds(band, beforehand != null)));
  }

  private static String grounds(CoverageBand band, boolean beforehand) {
    return "of %,d %s"
        .formatted(band.count(), beforehand ? "foretold beforehand" : "worked out afterwards");
  }

  private static void figure(Html html, String name, String figure, String remark) {
    html.open("div").element("dt", name);
    html.element("dd", figure, "class", "value").element("dd", remark, "class", "remark");
    html.close();
  }
}
