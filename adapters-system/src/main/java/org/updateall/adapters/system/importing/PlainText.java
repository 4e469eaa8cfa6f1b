package org.updateall.adapters.system.importing;

import java.util.regex.Pattern;

/** Text of a log, made fit to be stored and shown: on one line, without codes for terminals. */
final class PlainText {

  static final int MAX_CHARACTERS = 500;

  private static final Pattern ESCAPE_CODE = Pattern.compile("\u001B\\[[0-?]{0,20}[ -/]{0,5}[@-~]");

  private PlainText() {}

  /**
   * The text without control characters and invisible ones that change how the rest is shown; what
   * goes beyond {@value #MAX_CHARACTERS} characters is left out.
   */
  static String of(String text) {
    String begin = text.substring(0, Math.min(text.length(), 2 * MAX_CHARACTERS));
    StringBuilder plain = new StringBuilder();
    ESCAPE_CODE
        .matcher(begin)
        .replaceAll("")
        .codePoints()
        .filter(PlainText::isShown)
        .limit(MAX_CHARACTERS)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
