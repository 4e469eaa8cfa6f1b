package org.updateall.adapters.report.chart;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An SVG drawing that is being written: elements with attributes and text, whatever that holds.
 * Numbers are rounded to tenths. What XML forbids, and what would turn the direction of the text
 * after it, is shown as U+FFFD.
 */
final class Svg {

  static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private static final int REPLACEMENT = 0xFFFD;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Svg() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element with these names and values of attributes, in turn. */
  Svg open(String name, Object... attributes) {
    return written(
        () -> {
          xml.writeStartElement(name);
          writeAttributes(attributes);
        });
  }

  Svg close() {
    return written(xml::writeEndElement);
  }

  /** An element that holds nothing. */
  Svg leaf(String name, Object... attributes) {
    return written(
        () -> {
          xml.writeEmptyElement(name);
          writeAttributes(attributes);
        });
  }

  /** An element that holds text alone. */
  Svg text(String name, String words, Object... attributes) {
    open(name, attributes);
    written(() -> xml.writeCharacters(readable(words)));
    return close();
  }

  Svg path(String kind, Path path) {
    return path.isEmpty() ? this : leaf("path", "class", kind, "d", path.toString());
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    return path(kind, new Path().move(x1, y1).line(x2, y2));
  }

  Svg label(String kind, double x, double y, String words) {
    return text("text", words, "class", kind, "x", x, "y", y);
  }

  /** Further attributes of the element that has just been begun. */
  Svg attributes(Object... attributes) {
    return written(() -> writeAttributes(attributes));
  }

  private void writeAttributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      xml.writeAttribute(
          attributes[i].toString(),
          value instanceof Double number
              ? Path.tenths(Math.round(number * 10))
              : readable(value.toString()));
    }
  }

  /** The text with everything replaced that a reader of XML would refuse, or that misleads eyes. */
  static String readable(String words) {
    return words
        .codePoints()
        .map(point -> isAllowed(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** So many characters of a text at most; where some are left out, an ellipsis ends it. */
  static String shortened(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }

  private static boolean isAllowed(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\t' || point == '\n';
      case Character.SURROGATE -> false;
      case Character.FORMAT -> !isDirection(point);
      default -> (point & 0xFFFE) != 0xFFFE;
    };
  }

  private static boolean isDirection(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  /** A step of writing; into memory none can fail but by a defect. */
  @FunctionalInterface
  private interface Writing {
    void run() throws XMLStreamException;
  }

  private Svg written(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    written(xml::flush);
    return text.toString();
  }
}
