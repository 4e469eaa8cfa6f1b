package org.updateall.adapters.jsonlegacy;

/**
 * Tells well-formed UTF-8 (Unicode 16, table 3-7) from other bytes, block by block; a character may
 * straddle two blocks.
 */
final class Utf8Check {

  private static final int CONTINUATION_MIN = 0x80;
  private static final int CONTINUATION_MAX = 0xBF;

  private long checked;
  private long characterStart;
  private int pending;
  private int nextMin = CONTINUATION_MIN;
  private int nextMax = CONTINUATION_MAX;
  private boolean broken;

  /**
   * How many bytes at the beginning of the block stand before the first malformed character; the
   * whole length where there is none.
   */
  int wellFormed(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      boolean ascii = block[i] >= 0 && pending == 0;
      if (!ascii && !accepts(block[i] & 0xFF, checked + i)) {
        broken = true;
        return (int) Math.max(0, characterStart - checked);
      }
    }
    checked += length;
    return length;
  }

  /** Whether a malformed character was met. */
  boolean isBroken() {
    return broken;
  }

  /** Whether the last character still lacks bytes. */
  boolean isInsideCharacter() {
    return pending > 0;
  }

  /** How many bytes stand before the character that was looked at last. */
  long characterStart() {
    return characterStart;
  }

  private boolean accepts(int octet, long offset) {
    if (pending == 0) {
      characterStart = offset;
      return begins(octet);
    }
    boolean continues = octet >= nextMin && octet <= nextMax;
    expect(pending - 1, CONTINUATION_MIN, CONTINUATION_MAX);
    return continues;
  }

  private boolean begins(int octet) {
    if (octet >= 0xC2 && octet <= 0xDF) {
      return expect(1, CONTINUATION_MIN, CONTINUATION_MAX);
    }
    if (octet >= 0xE0 && octet <= 0xEF) {
      return expect(2, octet == 0xE0 ? 0xA0 : CONTINUATION_MIN, octet == 0xED ? 0x9F : 0xBF);
    }
    if (octet >= 0xF0 && octet <= 0xF4) {
      return expect(3, octet == 0xF0 ? 0x90 : CONTINUATION_MIN, octet == 0xF4 ? 0x8F : 0xBF);
    }
    return false;
  }

  private boolean expect(int octets, int min, int max) {
    pending = octets;
    nextMin = min;
    nextMax = max;
    return true;
  }
}
