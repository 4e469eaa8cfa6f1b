package org.updateall.adapters.report;

import io.vavr.control.Either;
import java.time.ZoneId;
import java.util.List;
import org.updateall.adapters.report.chart.CalibrationChart;
import org.updateall.adapters.report.chart.HistoryChart;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.PictureRenderer;
import org.updateall.domain.reporting.TargetHistory;

/** Draws SVG, and other images from that. */
final class SvgPictureRenderer implements PictureRenderer {

  @Override
  public String svg(TargetHistory history, ZoneId zone) {
    return HistoryChart.of(history, zone).document();
  }

  @Override
  public Either<String, byte[]> png(TargetHistory history, ZoneId zone) {
    return PortableNetworkGraphics.of(HistoryChart.of(history, zone).plainDocument());
  }

  @Override
  public String svg(List<CalibrationCurve.Point> coverage) {
    return CalibrationChart.of(coverage).document();
  }
}
