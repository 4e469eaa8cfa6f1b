package org.updateall.adapters.jsonlegacy;

/**
 * Text as every store can keep it and give it back: NUL and half characters (lone surrogates) are
 * replaced by U+FFFD, so that what is read next time equals what was stored.
 */
final class StorableText {

  private static final int REPLACEMENT = 0xFFFD;

  private StorableText() {}

  static String of(String text) {
    if (text.codePoints().noneMatch(StorableText::isUnstorable)) {
      return text;
    }
    int[] kept = text.codePoints().map(c -> isUnstorable(c) ? REPLACEMENT : c).toArray();
    return new String(kept, 0, kept.length);
  }

  static boolean isHalfCharacter(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean isUnstorable(int codePoint) {
    return codePoint == 0 || isHalfCharacter(codePoint);
  }
}
