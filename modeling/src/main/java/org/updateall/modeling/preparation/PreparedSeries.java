package org.updateall.modeling.preparation;

import java.util.List;
import org.updateall.domain.forecast.DataQuality;
import org.updateall.domain.forecast.Observation;

/**
 * What a model learns from.
 *
 * @param observations the values that remain, oldest first
 * @param quality what was found on the way
 */
public record PreparedSeries(List<Observation> observations, DataQuality quality) {

  public PreparedSeries {
    observations = List.copyOf(observations);
  }

  /** How many of them are whole values, not lower bounds. */
  public int observed() {
    return (int) observations.stream().filter(each -> !each.lowerBound()).count();
  }

  /** The whole values, oldest first; the lower bounds if there is nothing else. */
  public double[] values() {
    boolean nothingElse = observed() == 0;
    return observations.stream()
        .filter(each -> nothingElse || !each.lowerBound())
        .mapToDouble(Observation::value)
        .toArray();
  }
}
