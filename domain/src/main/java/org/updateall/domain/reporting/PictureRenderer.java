package org.updateall.domain.reporting;

import io.vavr.control.Either;
import java.time.ZoneId;

/** Port: makes pictures of one target of one plugin. Safe for use by several threads. */
public interface PictureRenderer {

  /**
   * The past runs, what was said of them, and the next runs, as an SVG document of its own.
   *
   * @param zone whose calendar the axis goes by
   */
  String svg(TargetHistory history, ZoneId zone);

  /**
   * The same picture as a PNG image.
   *
   * @param zone whose calendar the axis goes by
   * @return the image, or why this machine can make none
   */
  Either<String, byte[]> png(TargetHistory history, ZoneId zone);
}
