package org.updateall.domain.reporting;

import io.vavr.control.Either;
import java.time.ZoneId;
import java.util.List;

/**
 * Port: makes pictures of a target of a plugin, and of coverage. Safe for use by several threads.
 */
public interface PictureRenderer {

  /**
   * The past runs, what was said of them, and the next runs, as an SVG document of its own.
   *
   * @param zone whose calendar the axis goes by
   */
  String svg(TargetHistory history, ZoneId zone);

  /**
   * The same picture as a PNG image, twice as large, in light colours. It is drawn by Java's own
   * graphics; a program that has no use for a display says so by {@code java.awt.headless}.
   *
   * @param zone whose calendar the axis goes by
   * @return the image, or why this machine can make none, and what to do
   */
  Either<String, byte[]> png(TargetHistory history, ZoneId zone);

  /**
   * How often outcomes lay inside intervals of several levels, against those levels, as an SVG
   * document of its own.
   */
  String svg(List<CalibrationCurve.Point> coverage);
}
