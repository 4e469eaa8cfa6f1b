package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Any series of measured values, wherever it comes from.
 *
 * @param name by which results are told apart
 * @param observations oldest first; several may share their time
 */
public record ObservedSeries(String name, List<Observation> observations) {

  /**
   * @throws IllegalArgumentException if the observations are not in the order of time
   */
  public ObservedSeries {
    requireNonNull(name, "name");
    observations = List.copyOf(observations);
    for (int i = 1; i < observations.size(); i++) {
      if (observations.get(i).time().isBefore(observations.get(i - 1).time())) {
        throw new IllegalArgumentException(
            "%s: observation %d is before the one that precedes it".formatted(name, i));
      }
    }
  }

  public int size() {
    return observations.size();
  }
}
