package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.updateall.domain.history.PluginName;

/**
 * What the next run of a plugin will need.
 *
 * @param plugin which plugin
 * @param predictions of the targets that something is known of; the others are left out
 */
public record ResourceEstimate(PluginName plugin, Map<Target, Prediction> predictions) {

  public ResourceEstimate {
    requireNonNull(plugin, "plugin");
    predictions = Map.copyOf(predictions);
  }

  public Option<Prediction> prediction(Target target) {
    return Option.of(predictions.get(target));
  }

  /** The same, but for figures that rest on that. */
  public ResourceEstimate without(Basis basis) {
    return new ResourceEstimate(
        plugin,
        predictions.entrySet().stream()
            .filter(each -> each.getValue().basis() != basis)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** The prediction that speaks for the plugin: elapsed time, else the first target known. */
  public Option<Prediction> leading() {
    return Option.ofOptional(
        predictions.values().stream()
            .min(Comparator.comparing(prediction -> prediction.key().target())));
  }

  /** What the leading prediction rests on. */
  public Basis basis() {
    return leading().map(Prediction::basis).getOrElse(Basis.NOTHING);
  }
}
