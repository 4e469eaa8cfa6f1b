package org.updateall.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a document between two comments, {@code <!-- begin NAME -->} and {@code <!-- end NAME
 * -->}.
 */
final class MarkedSection {

  private final String begin;
  private final String end;

  MarkedSection(String name) {
    begin = "<!-- begin " + name + " -->\n";
    end = "<!-- end " + name + " -->";
  }

  /**
   * Puts a text in the place of what was there.
   *
   * @throws IllegalArgumentException if the document does not have both comments, in that order
   */
  void write(Path document, String text) throws IOException {
    String whole = Files.readString(document);
    int from = whole.indexOf(begin);
    int to = whole.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException(
          "%s has no lines %s and %s".formatted(document, begin, end));
    }
    Files.writeString(
        document, whole.substring(0, from + begin.length()) + text + whole.substring(to));
  }
}
