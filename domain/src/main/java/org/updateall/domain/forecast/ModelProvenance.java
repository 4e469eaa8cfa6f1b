package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a model comes from.
 *
 * @param family its family's name, such as {@code exponential_smoothing}
 * @param form the form within the family that the data chose, such as {@code ETS(A,N,N)}
 * @param scale the scale it works on, such as {@code log}
 * @param observations how many values it learned from
 * @param lastObservation when the last of them was made, to the microsecond
 * @param fingerprint of the series and the options it was trained with
 * @param trainedAt when it was trained, to the microsecond
 */
public record ModelProvenance(
    String family,
    String form,
    String scale,
    int observations,
    Instant lastObservation,
    String fingerprint,
    Instant trainedAt) {

  public ModelProvenance {
    requireNonNull(family, "family");
    requireNonNull(form, "form");
    requireNonNull(scale, "scale");
    requireNonNull(fingerprint, "fingerprint");
    lastObservation = lastObservation.truncatedTo(ChronoUnit.MICROS);
    trainedAt = trainedAt.truncatedTo(ChronoUnit.MICROS);
  }
}
