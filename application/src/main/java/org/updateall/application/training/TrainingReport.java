package org.updateall.application.training;

import java.util.List;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.history.PluginName;

/**
 * What training came to, by plugin and target.
 *
 * @param trained the models made and kept
 * @param refused the series without a model, and why
 * @param unknown plugins asked for that the history does not know
 */
public record TrainingReport(
    List<Training> trained, List<TrainingRefused> refused, List<PluginName> unknown) {

  public TrainingReport {
    trained = List.copyOf(trained);
    refused = List.copyOf(refused);
    unknown = List.copyOf(unknown);
  }
}
