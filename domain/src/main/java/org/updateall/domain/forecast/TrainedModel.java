package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

/**
 * A model that can be kept and used again.
 *
 * @param key the series it is about
 * @param provenance where it comes from
 * @param document its parameters and states, in a plain text format that says its own version and
 *     that its trainer alone reads
 */
public record TrainedModel(SeriesKey key, ModelProvenance provenance, String document) {

  public TrainedModel {
    requireNonNull(key, "key");
    requireNonNull(provenance, "provenance");
    requireNonNull(document, "document");
  }
}
