package org.updateall.adapters.report;

import io.vavr.control.Either;

/**
 * PNG images of SVG documents. They are drawn by Java's own graphics, which not every Java runtime
 * has, and with the machine's fonts, which not every machine has; what is missing shows itself only
 * when something is drawn. This class itself needs none of it.
 */
final class PortableNetworkGraphics {

  private static final String REMEDY =
      "Write an SVG file instead, or have Java's module java.desktop, fontconfig and a font (on"
          + " Debian: openjdk-17-jre-headless, fontconfig, fonts-dejavu-core)";

  private PortableNetworkGraphics() {}

  /**
   * @param document an SVG document whose style knows classes and elements alone
   * @return the image, or why this machine can make none, and what to do
   */
  static Either<String, byte[]> of(String document) {
    try {
      return Drawing.of(document).mapLeft(PortableNetworkGraphics::refusal);
    } catch (LinkageError | InternalError e) {
      return Either.left(refusal(innermost(e).toString()));
    }
  }

  private static String refusal(String reason) {
    return "this Java cannot draw images (%s). %s.".formatted(reason, REMEDY);
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : innermost(cause);
  }
}
