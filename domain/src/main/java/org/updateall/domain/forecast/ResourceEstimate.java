package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;

/**
 * What the next run of a plugin will need.
 *
 * @param plugin which plugin
 * @param predictions of the targets that something is known of; the others are left out
 * @param installOnly those of them whose prediction covers installing alone, for want of runs that
 *     tell of the whole
 */
public record ResourceEstimate(
    PluginName plugin, Map<Target, Prediction> predictions, Set<Target> installOnly) {

  /**
   * @throws IllegalArgumentException if a target is said to cover installing alone of which nothing
   *     is predicted
   */
  public ResourceEstimate {
    requireNonNull(plugin, "plugin");
    predictions = Map.copyOf(predictions);
    installOnly = Set.copyOf(installOnly);
    if (!predictions.keySet().containsAll(installOnly)) {
      throw new IllegalArgumentException(
          "predicted are %s, and not %s".formatted(predictions.keySet(), installOnly));
    }
  }

  /** Predictions that cover whole updates. */
  public ResourceEstimate(PluginName plugin, Map<Target, Prediction> predictions) {
    this(plugin, predictions, Set.of());
  }

  /** Which part of an update the prediction of a target covers. */
  public Coverage coverage(Target target) {
    return installOnly.contains(target) ? Coverage.INSTALL : Coverage.WHOLE;
  }

  public Option<Prediction> prediction(Target target) {
    return Option.of(predictions.get(target));
  }

  /** The same, but for figures that rest on that. */
  public ResourceEstimate without(Basis basis) {
    Map<Target, Prediction> others =
        predictions.entrySet().stream()
            .filter(each -> each.getValue().basis() != basis)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new ResourceEstimate(
        plugin,
        others,
        installOnly.stream().filter(others::containsKey).collect(Collectors.toSet()));
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
