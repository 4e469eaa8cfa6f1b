package org.updateall.adapters.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.updateall.adapters.report.chart.HistoryFixture;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.reporting.CalibrationCurve;
import org.updateall.domain.reporting.PictureRenderer;

final class SvgPictureRendererTest {

  private final PictureRenderer pictures =
      Guice.createInjector(new ReportModule()).getInstance(PictureRenderer.class);

  @Test
  void makesDocumentsOfItsOwn() {
    String svg = pictures.svg(HistoryFixture.daily(9), ZoneOffset.UTC);
    assertTrue(svg.startsWith("<svg ") && svg.endsWith("</svg>\n"), svg);
    String coverage =
        pictures.svg(List.of(new CalibrationCurve.Point(0.9, new CoverageBand(9, 10))));
    assertTrue(coverage.contains("How often intervals held"), coverage);
  }

  @Test
  void thePngIsTwiceAsLargeAndInColour() throws IOException {
    byte[] png =
        pictures
            .png(HistoryFixture.daily(40), ZoneOffset.UTC)
            .getOrElseThrow(reason -> new AssertionError(reason));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

    assertEquals(1520, image.getWidth());
    assertEquals(0xFFFFFFFF, image.getRGB(2, 2), "light paper");
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xFFFFFF);
      }
    }
    assertTrue(
        colours.containsAll(List.of(0x0072B2, 0xD55E00, 0x00694D)), "dots, triangles, median");
  }

  @Test
  void thePngSaysWhoMadeIt() {
    byte[] png =
        pictures
            .png(HistoryFixture.daily(3), ZoneOffset.UTC)
            .getOrElseThrow(reason -> new AssertionError(reason));
    assertTrue(new String(png, 0, 80, ISO_8859_1).contains("tEXtSoftware\0update-all"));
  }
}
