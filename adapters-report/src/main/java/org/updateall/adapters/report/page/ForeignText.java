package org.updateall.adapters.report.page;

/**
 * Text that anybody may have written, as a page can show it. What is not seen, or changes how other
 * text is seen, is written out instead, such as {@code \u202e}: control characters but tabulators
 * and line feeds, separators of lines, halves of surrogate pairs, controls of direction, and code
 * points that are no characters.
 */
final class ForeignText {

  private static final int OBJECT_REPLACEMENT = 0xFFFC;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  private ForeignText() {}

  static String visible(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(shown, point));
    return shown.toString();
  }

  /** The beginning of a text that is longer than that, with a word about the rest. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return beginning(text, most) + " … (cut; " + Wording.count(text.length(), "character") + ")";
  }

  /** At most so many characters, and no half of one. */
  static String beginning(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  private static void append(StringBuilder shown, int point) {
    if (isSeen(point)) {
      shown.appendCodePoint(point);
    } else {
      shown.append("\\u").append(String.format("%04x", point));
    }
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\t' || point == '\n';
      case Character.FORMAT -> isPartOfOneSign(point);
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> (point & 0xFFFE) != 0xFFFE && point != OBJECT_REPLACEMENT;
    };
  }

  /** What joins letters and pictures to one, in Persian as in families and flags. */
  private static boolean isPartOfOneSign(int point) {
    return point == ZERO_WIDTH_JOINER
        || point == ZERO_WIDTH_NON_JOINER
        || (point >= FIRST_TAG && point <= LAST_TAG);
  }
}
