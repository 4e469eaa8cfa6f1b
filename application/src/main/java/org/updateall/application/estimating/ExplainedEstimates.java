package org.updateall.application.estimating;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.history.PluginName;

/**
 * Why estimates are what they are.
 *
 * @param level nominal level of the intervals asked for
 * @param explanations of the estimates that come from models, by plugin and target
 * @param withoutModel the other estimates, which rest on too few runs for a model, or on none of
 *     the plugin's own
 * @param risk how likely the plugins are to fail
 * @param unknown plugins asked for that no host knows
 * @param warnings what did not work, without harm to the figures
 */
public record ExplainedEstimates(
    double level,
    List<Explanation> explanations,
    List<Prediction> withoutModel,
    RunRisk risk,
    List<PluginName> unknown,
    List<String> warnings) {

  public ExplainedEstimates {
    requireNonNull(risk, "risk");
    explanations = List.copyOf(explanations);
    withoutModel = List.copyOf(withoutModel);
    unknown = List.copyOf(unknown);
    warnings = List.copyOf(warnings);
  }
}
