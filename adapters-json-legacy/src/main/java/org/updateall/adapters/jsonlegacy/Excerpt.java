package org.updateall.adapters.jsonlegacy;

import java.util.Locale;

/** The beginning of a text, fit to stand in a one-line message. */
final class Excerpt {

  private static final int MAX_LENGTH = 60;
  private static final char REPLACEMENT = '\uFFFD';

  private Excerpt() {}

  static String quoted(String text) {
    return '"' + of(text) + '"';
  }

  static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  static String of(String text, int maxLength) {
    return text.length() <= maxLength
        ? printable(text)
        : String.format(
            Locale.ROOT,
            "%s… (%d characters)",
            printable(text.substring(0, maxLength)),
            text.length());
  }

  private static String printable(String text) {
    int[] shown = text.codePoints().map(Excerpt::printable).toArray();
    return new String(shown, 0, shown.length);
  }

  private static int printable(int codePoint) {
    return StorableText.isHalfCharacter(codePoint) || Character.isISOControl(codePoint)
        ? REPLACEMENT
        : codePoint;
  }
}
