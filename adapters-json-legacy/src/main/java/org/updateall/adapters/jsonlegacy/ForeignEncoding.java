package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;

/**
 * Recognises UTF-16 and UTF-32 by the first bytes: by their byte order mark, or, since JSON begins
 * with ASCII, by the NULs among the first four.
 */
final class ForeignEncoding {

  private ForeignEncoding() {}

  /**
   * @throws BrokenFileException if the file is text in one of them
   */
  static void refuse(byte[] block, int length) throws BrokenFileException {
    Option<String> encoding = length < 2 ? Option.none() : of(block, length);
    if (encoding.isDefined()) {
      throw new BrokenFileException(
          0,
          "the file is written in %s, not in UTF-8".formatted(encoding.get()),
          "Convert it, such as with: iconv -f %s -t UTF-8".formatted(encoding.get()));
    }
  }

  private static Option<String> of(byte[] block, int length) {
    boolean secondPairIsZero = length >= 4 && block[2] == 0 && block[3] == 0;
    return switch (pair(block, 0)) {
      case 0xFFFE -> Option.some(secondPairIsZero ? "UTF-32" : "UTF-16");
      case 0xFEFF -> Option.some("UTF-16");
      case 0x0000 -> Option.when(length >= 4 && pair(block, 2) != 0, "UTF-32");
      default -> length >= 4 ? withoutMark(block, secondPairIsZero) : Option.none();
    };
  }

  private static Option<String> withoutMark(byte[] block, boolean secondPairIsZero) {
    if (block[1] == 0 && block[3] == 0) {
      return Option.some(secondPairIsZero ? "UTF-32LE" : "UTF-16LE");
    }
    return Option.when(block[0] == 0 && block[2] == 0, "UTF-16BE");
  }

  private static int pair(byte[] block, int at) {
    return ((block[at] & 0xFF) << 8) | (block[at + 1] & 0xFF);
  }
}
