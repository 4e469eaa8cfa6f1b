package org.updateall.adapters.report.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as an XML parser reads it. */
final class SvgDocument {

  private final Document document;

  private SvgDocument(Document document) {
    this.document = document;
  }

  static SvgDocument read(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return new SvgDocument(
          factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + text, e);
    }
  }

  Element root() {
    return document.getDocumentElement();
  }

  /** The elements of that name and class, in their order. */
  List<Element> all(String name, String kind) {
    NodeList nodes = document.getElementsByTagNameNS(Svg.NAMESPACE, name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (List.of(element.getAttribute("class").split(" ")).contains(kind)) {
        found.add(element);
      }
    }
    return found;
  }

  /** What is written in it, but for tooltips. */
  List<String> labels() {
    NodeList nodes = document.getElementsByTagNameNS(Svg.NAMESPACE, "text");
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      labels.add(nodes.item(i).getTextContent());
    }
    return labels;
  }
}
