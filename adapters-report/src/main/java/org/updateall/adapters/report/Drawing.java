package org.updateall.adapters.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.FloatSize;
import io.vavr.control.Either;
import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An SVG document drawn into memory, two points for one. */
final class Drawing {

  private static final int SCALE = 2;

  private static final Map<RenderingHints.Key, Object> FINE =
      Map.of(
          RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);

  private Drawing() {}

  /**
   * @return a PNG image, or that the display which this program is set to use does not answer
   * @throws LinkageError if graphics or fonts are missing
   * @throws InternalError if there is no font
   */
  static Either<String, byte[]> of(String document) {
    try {
      return Either.right(encoded(drawn(parsed(document))));
    } catch (AWTError e) {
      return Either.left(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SVGDocument parsed(String document) {
    SVGDocument parsed =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(document.getBytes(UTF_8)),
                null,
                LoaderContext.createDefault());
    if (parsed == null) {
      throw new IllegalArgumentException("this is no SVG document: " + document);
    }
    return parsed;
  }

  private static BufferedImage drawn(SVGDocument document) {
    FloatSize size = document.size();
    BufferedImage image =
        new BufferedImage(
            Math.round(SCALE * size.width),
            Math.round(SCALE * size.height),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.addRenderingHints(FINE);
    graphics.scale(SCALE, SCALE);
    document.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, null);
    graphics.dispose();
    return image;
  }

  /** Kept in memory: ImageIO would make a temporary file otherwise. */
  private static byte[] encoded(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", stream);
    }
    return PngSignature.in(bytes.toByteArray());
  }
}
