package org.updateall.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Headings with entries below: a label, and a text that is broken into lines of at most {@value
 * #WIDTH} columns. All texts begin at the same column.
 */
final class Sections {

  static final int WIDTH = 100;

  private static final String MARGIN = "  ";
  private static final String GAP = "  ";

  private record Entry(String label, String text) {}

  private record Section(String title, List<Entry> entries) {}

  private final List<Section> sections = new ArrayList<>();

  /** Begins the next section. */
  Sections titled(String title) {
    sections.add(new Section(title, new ArrayList<>()));
    return this;
  }

  /**
   * Adds to the section that was begun last; what could steer the terminal is made visible.
   *
   * @throws IllegalStateException if none was begun
   */
  Sections entry(String label, String text) {
    if (sections.isEmpty()) {
      throw new IllegalStateException("no section was begun");
    }
    sections
        .get(sections.size() - 1)
        .entries()
        .add(new Entry(Text.printable(label), Text.printable(text)));
    return this;
  }

  void show(Session session) {
    int labels =
        sections.stream()
            .flatMap(section -> section.entries().stream())
            .mapToInt(entry -> Text.width(entry.label()))
            .max()
            .orElse(0);
    for (int i = 0; i < sections.size(); i++) {
      if (i > 0) {
        session.print("");
      }
      session.heading(sections.get(i).title());
      sections.get(i).entries().forEach(entry -> show(session, entry, labels));
    }
  }

  private static void show(Session session, Entry entry, int labels) {
    int room = WIDTH - MARGIN.length() - labels - GAP.length();
    String label = entry.label();
    for (String line : lines(entry.text(), room)) {
      String blank = " ".repeat(labels - Text.width(label));
      session.print((MARGIN + label + blank + GAP + line).stripTrailing());
      label = "";
    }
  }

  /** A word that is longer than a line stands on one of its own. */
  static List<String> lines(String text, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && Text.width(line.toString()) + 1 + Text.width(word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
