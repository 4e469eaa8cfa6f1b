package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.TrainedModel;

/**
 * A trained model of a fleet's host, as the table {@code models} has it: the columns are those that
 * an export of a history has, in their order, with names in snake case.
 *
 * @param pluginName of which plugin
 * @param hostname on which host
 * @param target wire name of the target
 * @param family as {@link ModelProvenance#family()}
 * @param form as {@link ModelProvenance#form()}
 * @param scale as {@link ModelProvenance#scale()}
 * @param observations as {@link ModelProvenance#observations()}
 * @param lastObservation as {@link ModelProvenance#lastObservation()}
 * @param fingerprint as {@link ModelProvenance#fingerprint()}
 * @param trainedAt as {@link ModelProvenance#trainedAt()}
 * @param document as {@link TrainedModel#document()}
 */
public record FleetModel(
    String pluginName,
    String hostname,
    String target,
    String family,
    String form,
    String scale,
    int observations,
    Instant lastObservation,
    String fingerprint,
    Instant trainedAt,
    String document) {

  /** The name of the table. */
  public static final String TABLE = "models";

  /** By host, plugin and target. */
  public static final Comparator<FleetModel> ORDER =
      Comparator.comparing(FleetModel::hostname)
          .thenComparing(FleetModel::pluginName)
          .thenComparing(FleetModel::target);

  public FleetModel {
    requireNonNull(pluginName, "pluginName");
    requireNonNull(hostname, "hostname");
    requireNonNull(target, "target");
    requireNonNull(document, "document");
  }

  /**
   * The row of a model of one host.
   *
   * @throws NullPointerException if it is a model of every host
   */
  public static FleetModel of(TrainedModel model) {
    ModelProvenance provenance = model.provenance();
    return new FleetModel(
        model.key().plugin().value(),
        requireNonNull(model.key().host().hostname(), "host"),
        model.key().target().wireName(),
        provenance.family(),
        provenance.form(),
        provenance.scale(),
        provenance.observations(),
        provenance.lastObservation(),
        provenance.fingerprint(),
        provenance.trainedAt(),
        model.document());
  }
}
