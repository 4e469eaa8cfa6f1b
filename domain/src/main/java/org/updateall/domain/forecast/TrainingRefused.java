package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * Why there is no model of a series.
 *
 * @param key which series
 * @param reason in words for a user
 * @param quality what the material was like
 */
public record TrainingRefused(SeriesKey key, String reason, DataQuality quality) {

  public TrainingRefused {
    requireNonNull(key, "key");
    requireNonNull(reason, "reason");
    requireNonNull(quality, "quality");
  }
}
