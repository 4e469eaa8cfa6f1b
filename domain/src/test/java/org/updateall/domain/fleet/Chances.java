package org.updateall.domain.fleet;

import java.util.SplittableRandom;
import java.util.UUID;

/** Numbers by chance that are the same for the same seed, on every machine. */
final class Chances {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final int FOR_A_NORMAL = 12;

  private final SplittableRandom random;

  /**
   * @param stream numbers of different streams have nothing to do with each other
   */
  Chances(long seed, long stream) {
    this.random = new SplittableRandom(new SplittableRandom(seed ^ (SPREAD * stream)).nextLong());
  }

  /** At least 0, below 1. */
  double uniform() {
    return random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Normal to within a few thousandths, and within 6: the sum of twelve uniform numbers less 6. */
  double normal() {
    double sum = -FOR_A_NORMAL / 2.0;
    for (int i = 0; i < FOR_A_NORMAL; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Of version 4. */
  UUID uuid() {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }
}
