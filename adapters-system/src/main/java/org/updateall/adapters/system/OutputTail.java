package org.updateall.adapters.system;

import org.updateall.domain.metering.KeptOutput;

/** The last bytes of a channel, in a ring. Safe for use by several threads. */
final class OutputTail {

  private final byte[] ring = new byte[KeptOutput.MOST_BYTES];
  private long printed;

  synchronized void add(byte[] bytes, int length) {
    for (int i = Math.max(0, length - ring.length); i < length; i++) {
      ring[(int) ((printed + i) % ring.length)] = bytes[i];
    }
    printed += length;
  }

  synchronized KeptOutput kept() {
    int length = (int) Math.min(printed, ring.length);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = ring[(int) ((printed - length + i) % ring.length)];
    }
    return KeptOutput.of(bytes, printed);
  }
}
