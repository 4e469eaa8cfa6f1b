package org.updateall.application.forecasting;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.application.PluginSelection;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.HistoryQueries;
import org.updateall.domain.retrieval.TrainingTable;

/** Use case: give the series of the history, one for each target that a plugin has measured. */
public final class GatherSeries {

  private final HistoryQueries queries;

  public GatherSeries(HistoryQueries queries) {
    this.queries = queries;
  }

  /**
   * Gathers the series that models are trained on.
   *
   * @param plugins which plugins; none for every plugin of the history
   * @throws HistoryUnavailable if the store cannot be used
   */
  public GatheredSeries gather(List<PluginName> plugins, HostScope host) {
    PluginSelection selection = PluginSelection.of(queries, plugins, host, ZoneOffset.UTC);
    return new GatheredSeries(
        selection.tables().stream().flatMap(table -> seriesOf(table, host)).toList(),
        selection.unknown());
  }

  private static Stream<TrainingSeries> seriesOf(TrainingTable table, HostScope host) {
    return Arrays.stream(Target.values())
        .map(target -> TrainingSeries.of(table, host, target))
        .filter(series -> series.size() > 0);
  }
}
