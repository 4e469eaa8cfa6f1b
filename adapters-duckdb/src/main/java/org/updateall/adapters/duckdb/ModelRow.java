package org.updateall.adapters.duckdb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** A row of {@code models}. */
record ModelRow(
    String pluginName,
    @Nullable String hostname,
    String target,
    String family,
    String form,
    String scale,
    int observations,
    Instant lastObservation,
    String fingerprint,
    Instant trainedAt,
    String document) {

  static ModelRow of(TrainedModel model) {
    SeriesKey key = model.key();
    ModelProvenance provenance = model.provenance();
    return new ModelRow(
        key.plugin().value(),
        key.host().hostname(),
        key.target().wireName(),
        provenance.family(),
        provenance.form(),
        provenance.scale(),
        provenance.observations(),
        provenance.lastObservation(),
        provenance.fingerprint(),
        provenance.trainedAt(),
        model.document());
  }

  TrainedModel toModel() {
    return new TrainedModel(
        new SeriesKey(
            new PluginName(pluginName), new HostScope(hostname), StoredWords.target(target)),
        new ModelProvenance(
            family, form, scale, observations, lastObservation, fingerprint, trainedAt),
        document);
  }
}
