package org.updateall.adapters.system;

import org.updateall.domain.metering.KeptOutput;

/** Keeps the end of what is printed, in bounded memory. For one thread at a time. */
final class OutputTail {

  private final byte[] ring = new byte[KeptOutput.MOST_BYTES];
  private long printed;

  void add(byte[] bytes, int length) {
    int kept = Math.min(length, ring.length);
    int from = length - kept;
    int place = (int) ((printed + from) % ring.length);
    int untilEnd = Math.min(kept, ring.length - place);
    System.arraycopy(bytes, from, ring, place, untilEnd);
    System.arraycopy(bytes, from + untilEnd, ring, 0, kept - untilEnd);
    printed += length;
  }

  KeptOutput kept() {
    int length = (int) Math.min(printed, ring.length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((printed - length + i) % ring.length)];
    }
    return KeptOutput.of(bytes, printed);
  }
}
