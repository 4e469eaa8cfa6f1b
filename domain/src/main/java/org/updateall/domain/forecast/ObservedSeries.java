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
    Observation.requireOrder(name + ": ", observations);
  }

  public int size() {
    return observations.size();
  }
}
