package org.updateall.modeling.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RecordReaderTest {

  private enum Colour {
    RED,
    GREEN
  }

  private interface Shape {}

  private record Circle(double radius) implements Shape {
    Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("radius is negative: " + radius);
      }
    }
  }

  private record Square(double side) implements Shape {}

  private record Drawing(
      int number,
      long size,
      double scale,
      boolean done,
      @Nullable String title,
      Colour colour,
      List<List<Double>> points,
      Map<String, Integer> counts,
      Map<Colour, Double> shares,
      Circle frame) {}

  private record Page(@Nullable Shape shape) {}

  private static final String DRAWING =
      """
      {"number":-3,"size":12345678901,"scale":0.1,"done":true,"title":"Ä \\"b\\"","colour":"GREEN",\
      "points":[[1.5,2],[],["NaN","Infinity","-Infinity",null]],"counts":{"b":1,"a":2},\
      "shares":{"GREEN":0.25,"RED":1e-300},"frame":{"radius":2.0}}""";

  private final RecordReader<Drawing> drawings = new RecordReader<>(Drawing.class, Map.of());
  private final RecordReader<Page> pages =
      new RecordReader<>(
          Page.class,
          Map.of(
              Shape.class,
              new NamedRecords("kind", Map.of("circle", Circle.class, "square", Square.class))));

  @Test
  void readsWhatDatabindReads() {
    Drawing expected = new JsonMapper().readValue(DRAWING, Drawing.class);

    assertEquals(expected, drawings.read(DRAWING));
    assertEquals(expected, drawings.read(DRAWING.getBytes(UTF_8)));
    assertEquals(List.of("b", "a"), List.copyOf(drawings.read(DRAWING).counts().keySet()));
  }

  @Test
  void takesComponentsInAnyOrder() {
    String turned = DRAWING.replace("\"number\":-3,", "").replaceFirst("}$", ",\"number\":-3}");

    assertEquals(drawings.read(DRAWING), drawings.read(turned));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"number\":-3,|",
        "\"number\":-3|\"number\":-3,\"number\":-3",
        "\"number\":-3|\"number\":-3,\"more\":1",
        "\"number\":-3|\"number\":null",
        "\"number\":-3|\"number\":-3.0",
        "\"number\":-3|\"number\":\"-3\"",
        "\"scale\":0.1|\"scale\":\"0.1\"",
        "\"scale\":0.1|\"scale\":null",
        "\"done\":true|\"done\":1",
        "GREEN|BLUE",
        "[[1.5,2]|[1.5,[2]",
        "{\"b\":1,\"a\":2}|[1,2]",
        "\"b\":1|\"b\":0.5",
        "\"radius\":2.0|\"radius\":-2.0",
      })
  void refusesWhatIsNotOfTheRecord(String sound, @Nullable String wrong) {
    String changed = DRAWING.replace(sound, wrong == null ? "" : wrong);

    assertThrows(IllegalArgumentException.class, () -> drawings.read(changed), changed);
  }

  @Test
  void refusesWhatIsNotOneObjectAlone() {
    assertThrows(IllegalArgumentException.class, () -> drawings.read("null"));
    assertThrows(IllegalArgumentException.class, () -> drawings.read("[]"));
    assertThrows(IllegalArgumentException.class, () -> drawings.read(DRAWING + "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.1|0.1.1", "\"frame\":{|\"frame\":{{", "}}|}"})
  void refusesWhatIsNoJson(String sound, String wrong) {
    String changed = DRAWING.replace(sound, wrong);

    assertThrows(JacksonException.class, () -> drawings.read(changed), changed);
  }

  @Test
  void readsTheRecordThatTheFirstPropertyNames() {
    assertEquals(
        new Page(new Square(2)), pages.read("{\"shape\":{\"kind\":\"square\",\"side\":2}}"));
    assertEquals(
        new Page(new Circle(1)), pages.read("{\"shape\":{\"kind\":\"circle\",\"radius\":1.0}}"));
    assertEquals(new Page(null), pages.read("{\"shape\":null}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"kind\":\"line\",\"side\":2}",
        "{\"side\":2,\"kind\":\"square\"}",
        "{\"kind\":\"circle\",\"side\":2}",
        "{\"kind\":null,\"side\":2}",
        "{}",
        "7",
      })
  void refusesOtherRecords(String shape) {
    String page = "{\"shape\":" + shape + "}";

    assertThrows(IllegalArgumentException.class, () -> pages.read(page), page);
  }

  @Test
  void findsANumberAmongOthers() {
    assertEquals(4, RecordReader.number("{\"format\":4,\"broken", "format"));
    assertEquals(5, RecordReader.number("{\"a\":{\"format\":1},\"b\":[2],\"format\":5}", "format"));
    assertEquals(0, RecordReader.number("{\"format\":\"four\"}", "format"));
    assertEquals(0, RecordReader.number("{\"other\":4}", "format"));
    assertEquals(0, RecordReader.number("[4]", "format"));
  }
}
