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

  /** The values alone, oldest first. */
  public double[] values() {
    return observations.stream().mapToDouble(Observation::value).toArray();
  }
}
