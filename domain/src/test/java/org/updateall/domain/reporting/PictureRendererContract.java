package org.updateall.domain.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.ledger.CoverageBand;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What {@link PictureRenderer} promises, sentence by sentence. */
public abstract class PictureRendererContract {

  private static final String HOSTILE = "</title></svg><script>x()</script>&\"'";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  protected abstract PictureRenderer renderer();

  @Test
  void aHistoryIsADocumentOfItsOwn() {
    assertEquals("svg", root(renderer().svg(history("apt"), ZoneOffset.UTC)).getLocalName());
  }

  @Test
  void coverageIsADocumentOfItsOwn() {
    List<CalibrationCurve.Point> points =
        List.of(new CalibrationCurve.Point(0.9, new CoverageBand(9, 10)));
    assertEquals("svg", root(renderer().svg(points)).getLocalName());
    assertEquals("svg", root(renderer().svg(List.of())).getLocalName());
  }

  @Test
  void namesAreTextWhateverTheyHold() {
    Element root = root(renderer().svg(history(HOSTILE), ZoneOffset.UTC));
    assertEquals(0, root.getElementsByTagNameNS("*", "script").getLength());
    assertTrue(root.getTextContent().contains(HOSTILE), root.getTextContent());
  }

  @Test
  void anImageIsAPngOrThereIsAReason() {
    Either<String, byte[]> image = renderer().png(history("apt"), ZoneOffset.UTC);
    if (image.isRight()) {
      assertArrayEquals(PNG, Arrays.copyOf(image.get(), PNG.length));
    } else {
      assertTrue(image.getLeft().endsWith("."), image.getLeft());
    }
  }

  @Test
  void severalThreadsGetTheSame() {
    PictureRenderer renderer = renderer();
    ZoneId zone = ZoneId.of("Europe/Warsaw");
    String alone = renderer.svg(history("apt"), zone);
    assertTrue(
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(unused -> renderer.svg(history("apt"), zone))
            .allMatch(alone::equals));
  }

  private static TargetHistory history(String plugin) {
    return new TargetHistory(
        new PluginName(plugin),
        Target.WALL_CLOCK,
        Coverage.WHOLE,
        List.of(
            new PastRun(Instant.parse("2026-01-05T12:00:00Z"), 42, null),
            new PastRun(Instant.parse("2026-01-06T12:00:00Z"), 43, null)),
        List.of());
  }

  private static Element root(String document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(document)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("no XML: " + document, e);
    }
  }
}
