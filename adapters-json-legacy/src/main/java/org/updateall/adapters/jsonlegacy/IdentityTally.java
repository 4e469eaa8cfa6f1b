package org.updateall.adapters.jsonlegacy;

import java.util.Arrays;
import java.util.UUID;
import org.updateall.domain.history.RunId;

/**
 * Counts how often each identity occurs in a file, at eight bytes per record: what is kept is a
 * 64-bit mixture of the identity. Among ten million records the chance that any two different
 * identities mix to the same is below 1 in 300,000; they would be taken for one.
 */
final class IdentityTally {

  private long[] keys = new long[1024];
  private int size;

  void add(RunId id) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size + (size >> 1));
    }
    keys[size++] = key(id);
  }

  /** The identities met more than once; nothing may be added afterwards. */
  RepeatedIdentities repeated() {
    Arrays.sort(keys, 0, size);
    return RepeatedIdentities.ofSorted(keys, size);
  }

  static long key(RunId id) {
    UUID uuid = id.value();
    return mixed(uuid.getMostSignificantBits() + mixed(uuid.getLeastSignificantBits()));
  }

  /** The finalizer of SplitMix64, which is one-to-one. */
  private static long mixed(long value) {
    long z = value + 0x9E37_79B9_7F4A_7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
