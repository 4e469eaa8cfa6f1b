package org.updateall.application.forecasting;

import java.util.List;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.PluginName;

/**
 * Series of the history.
 *
 * @param series by plugin and target, none of them empty
 * @param unknown plugins asked for that the history does not know
 */
public record GatheredSeries(List<TrainingSeries> series, List<PluginName> unknown) {

  public GatheredSeries {
    series = List.copyOf(series);
    unknown = List.copyOf(unknown);
  }

  /** The names of the covariates that any of them has, sorted. */
  public List<String> covariates() {
    return series.stream().flatMap(each -> each.covariates().stream()).distinct().sorted().toList();
  }
}
