package org.updateall.domain.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * In which tenth of its predictive distribution each outcome fell. If the distributions are right
 * each tenth has as many (Diebold, Gunther and Tay, International Economic Review 39, 1998): more
 * at both ends tell of intervals that are too narrow, more in the middle of intervals that are too
 * wide, a slope of figures that are too small or too large.
 *
 * @param counts one for each tenth, that of the smallest values first
 */
public record PitHistogram(List<Integer> counts) {

  public static final int BINS = 10;

  /**
   * @throws IllegalArgumentException if there are not as many as {@link #BINS}
   */
  public PitHistogram {
    counts = List.copyOf(counts);
    if (counts.size() != BINS) {
      throw new IllegalArgumentException("%d counts for %d tenths".formatted(counts.size(), BINS));
    }
  }

  public static PitHistogram of(Collection<JudgedPrediction> judged) {
    List<Integer> counts = new ArrayList<>(Collections.nCopies(BINS, 0));
    for (JudgedPrediction each : judged) {
      int bin = Math.min(BINS - 1, (int) (each.probabilityBelow() * BINS));
      counts.set(bin, counts.get(bin) + 1);
    }
    return new PitHistogram(counts);
  }

  /** How many outcomes it counts. */
  public int total() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /** How many times as many as expected fell into each tenth; all 0 if there are none at all. */
  public List<Double> densities() {
    int total = Math.max(1, total());
    return counts.stream().map(count -> (double) count * BINS / total).toList();
  }
}
