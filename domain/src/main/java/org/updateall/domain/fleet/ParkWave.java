package org.updateall.domain.fleet;

/**
 * As many hosts, next to one another in their order, as are updated at a time.
 *
 * @param first the place in the order of its first host, from 1
 * @param last the place of its last host
 * @param expectedEnd after how many seconds it and all before it have finished, on average
 */
public record ParkWave(int first, int last, double expectedEnd) {

  /**
   * @throws IllegalArgumentException if the places are none, or the end is not finite or negative
   */
  public ParkWave {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no hosts from %d to %d".formatted(first, last));
    }
    if (!(expectedEnd >= 0) || Double.isInfinite(expectedEnd)) {
      throw new IllegalArgumentException("an end must be finite, not negative: " + expectedEnd);
    }
  }
}
