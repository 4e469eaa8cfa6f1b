package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;

/** An estimate for machines; scripts rely on its keys. */
final class EstimateDocument {

  private final RunEstimate estimate;

  private EstimateDocument(RunEstimate estimate) {
    this.estimate = estimate;
  }

  static Map<String, Object> of(RunEstimate estimate) {
    return new EstimateDocument(estimate).document();
  }

  /** What is said of one plugin of an estimate. */
  static Map<String, Object> of(RunEstimate estimate, ResourceEstimate plugin) {
    return new EstimateDocument(estimate).plugin(plugin);
  }

  /** What is said of all plugins of an estimate together, by target. */
  static Map<String, Object> totals(RunEstimate estimate) {
    Map<String, Object> totals = new LinkedHashMap<>();
    EstimateDocument document = new EstimateDocument(estimate);
    for (Target target : Target.values()) {
      totals.put(target.wireName(), estimate.total(target).map(document::total).getOrNull());
    }
    return totals;
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("level", estimate.level());
    document.put("host", estimate.host().hostname());
    document.put("schedule", Map.of("jobs", estimate.schedule().workers()));
    document.put("plugins", estimate.plugins().stream().map(this::plugin).toList());
    document.put("total", totals(estimate));
    document.put("failure_probability", Json.share(estimate.risk().anyFailure()));
    document.put("unknown", names(estimate.unknown()));
    document.put("warnings", estimate.warnings());
    return document;
  }

  private Map<String, Object> plugin(ResourceEstimate plugin) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plugin", plugin.plugin().value());
    document.put("basis", plugin.basis().wireName());
    document.put("model", plugin.leading().map(Prediction::model).getOrNull());
    document.put("runs", plugin.leading().map(Prediction::runs).getOrElse(0));
    document.put(
        "supported_level",
        plugin.leading().map(Prediction::supportedLevel).map(Json::share).getOrElse(0.0));
    for (Target target : Target.values()) {
      document.put(
          target.wireName(),
          plugin
              .prediction(target)
              .map(each -> prediction(each, plugin.coverage(target)))
              .getOrNull());
    }
    estimate.risk().of(plugin.plugin()).map(RiskReport::document).forEach(document::putAll);
    if (!estimate.schedule().isSequential()) {
      document.put(
          "critical_share",
          estimate
              .total(Target.WALL_CLOCK)
              .map(total -> Json.share(total.criticalShare(plugin.plugin())))
              .getOrElse(0.0));
    }
    return document;
  }

  private Map<String, Object> prediction(Prediction prediction, Coverage coverage) {
    Target target = prediction.key().target();
    Map<String, Object> document =
        figures(target, prediction.point(), prediction.interval(estimate.level()));
    document.put("mean", Json.figure(target, prediction.distribution().mean()));
    document.put("basis", prediction.basis().wireName());
    if (prediction.fleet()) {
      document.put("fleet_prior", true);
    }
    document.put("interval_basis", prediction.intervalBasis(estimate.level()).wireName());
    document.put("intervals", prediction.method().wireName());
    document.put("model", prediction.model());
    document.put("runs", prediction.runs());
    document.put("covers", coverage.wireName());
    document.put("supported_level", Json.share(prediction.supportedLevel()));
    return document;
  }

  private Map<String, Object> total(TotalPrediction total) {
    Map<String, Object> document =
        figures(total.target(), total.point(), total.interval(estimate.level()));
    document.put("mean", Json.figure(total.target(), total.mean()));
    document.put("included", names(total.included()));
    document.put("missing", names(total.missing()));
    return document;
  }

  private static Map<String, Object> figures(
      Target target, double point, PredictionInterval interval) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("point", Json.figure(target, point));
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    return document;
  }

  private static List<String> names(List<PluginName> plugins) {
    return plugins.stream().map(PluginName::value).toList();
  }
}
