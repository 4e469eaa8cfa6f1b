package org.updateall.application.estimating;

import java.util.List;
import org.updateall.application.PluginSelection;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.RiskForecaster;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.TrainingTable;

/**
 * The risks of the plugins that were asked for. They are learned from those of every plugin of the
 * history, so that a plugin's risk is the same whichever others are asked for.
 */
final class SelectedRisks {

  private final RiskForecaster forecaster;

  SelectedRisks(RiskForecaster forecaster) {
    this.forecaster = forecaster;
  }

  /** In the order of their names. */
  RunRisk of(PluginSelection selection, double level) {
    List<PluginOutcomes> outcomes = selection.all().stream().map(PluginOutcomes::of).toList();
    List<PluginName> selected = selection.tables().stream().map(TrainingTable::plugin).toList();
    List<OutcomeRisk> risks = forecaster.risks(outcomes, level);
    return new RunRisk(risks.stream().filter(risk -> selected.contains(risk.plugin())).toList());
  }
}
