package org.updateall.domain.forecast;

import java.util.Collection;
import java.util.List;

/**
 * The series that may say something of another one: those of the same target, each of one plugin on
 * one host.
 *
 * @param series in any order, each with a value, none twice
 */
public record Kindred(List<TrainingSeries> series) {

  private static final Kindred NONE = new Kindred(List.of());

  /**
   * @throws IllegalArgumentException if a series is empty or of every host together, if one comes
   *     twice, or if their targets differ
   */
  public Kindred {
    series = List.copyOf(series);
    for (TrainingSeries each : series) {
      if (each.size() == 0 || each.key().host().hostname() == null) {
        throw new IllegalArgumentException("says nothing of one host: " + each.key());
      }
    }
    if (series.stream().map(each -> each.key().target()).distinct().count() > 1) {
      throw new IllegalArgumentException("series of several targets");
    }
    if (series.stream().map(TrainingSeries::key).distinct().count() < series.size()) {
      throw new IllegalArgumentException("a series comes twice");
    }
  }

  /** No other series is known. */
  public static Kindred none() {
    return NONE;
  }

  /** Those among these series that may say something of the one of that key, itself left out. */
  public static Kindred of(SeriesKey key, Collection<TrainingSeries> all) {
    return new Kindred(
        all.stream()
            .filter(each -> each.size() > 0 && each.key().target() == key.target())
            .filter(each -> !isPartOf(key, each.key()))
            .toList());
  }

  private static boolean isPartOf(SeriesKey whole, SeriesKey part) {
    String host = part.host().hostname();
    return part.plugin().equals(whole.plugin()) && (host == null || whole.host().includes(host));
  }
}
