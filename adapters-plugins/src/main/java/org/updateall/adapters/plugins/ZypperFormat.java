package org.updateall.adapters.plugins;

import io.vavr.control.Either;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PackageUpdate;

/**
 * The XML of {@code zypper --xmlout}: the summary of {@code update --dry-run}, with its download,
 * and the list of {@code list-updates}, without. No document type, and nothing outside of the text,
 * is looked at.
 */
final class ZypperFormat implements OutputFormat {

  @Override
  public Either<String, AnnouncedWork> read(String output) {
    try {
      return new Document().read(output);
    } catch (XMLStreamException | IllegalArgumentException e) {
      return Either.left(
          "what it prints cannot be read: " + PlainText.summary(String.valueOf(e.getMessage())));
    }
  }

  private static XMLStreamReader reader(String output) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new StringReader(output.strip()));
  }

  /** What one document has told so far. */
  private static final class Document {

    private final List<PackageUpdate> packages = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private boolean summarised;
    private boolean changes;
    private @Nullable Long bytes;

    private Either<String, AnnouncedWork> read(String output) throws XMLStreamException {
      XMLStreamReader xml = reader(output);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          take(xml);
        } else if (xml.isEndElement() && isChange(xml.getLocalName())) {
          changes = false;
        }
      }
      if (!summarised) {
        return Either.left(
            errors.isEmpty() ? "it printed no summary" : "zypper reports: " + errors.get(0));
      }
      AnnouncedWork work = AnnouncedWork.of(packages);
      return Either.right(
          bytes == null ? work : work.or(AnnouncedWork.ofBytes(bytes, DownloadPrecision.EXACT)));
    }

    private void take(XMLStreamReader xml) throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "message" -> message(xml.getAttributeValue(null, "type"), xml.getElementText());
        case "install-summary" -> {
          summarised = true;
          String size = xml.getAttributeValue(null, "download-size");
          bytes = size == null ? null : (Long) Long.parseLong(size);
        }
        case "update-list" -> summarised = true;
        case "update" -> add(xml);
        case "solvable" -> {
          if (changes) {
            add(xml);
          }
        }
        default -> changes |= isChange(xml.getLocalName());
      }
    }

    private void message(@Nullable String type, String text) {
      String plain = PlainText.summary(text);
      if ("error".equals(type)) {
        errors.add(plain);
      } else if (plain.startsWith("Nothing to do") || plain.startsWith("No updates found")) {
        summarised = true;
      }
    }

    /** What is removed is not updated. */
    private static boolean isChange(String element) {
      return element.startsWith("to-") && !element.equals("to-remove");
    }

    private void add(XMLStreamReader xml) {
      String kind =
          xml.getAttributeValue(null, xml.getLocalName().equals("update") ? "kind" : "type");
      if (kind == null || kind.equals("package")) {
        packages.add(
            new PackageUpdate(
                attribute(xml, "name"),
                xml.getAttributeValue(null, "edition-old"),
                xml.getAttributeValue(null, "edition"),
                null));
      }
    }

    private static String attribute(XMLStreamReader xml, String name) {
      String value = xml.getAttributeValue(null, name);
      if (value == null) {
        throw new IllegalArgumentException("a package has no " + name);
      }
      return value;
    }
  }
}
