package org.updateall.application.inspecting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.application.Histories;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;
import org.updateall.domain.retrieval.PluginStatistics;

final class InspectionTest {

  private final Histories histories =
      Histories.empty().with("atlas", "apt", 5).with("zeus", "snap", 2);

  @Test
  void listsTheNewestRunsFirst() {
    List<Run> runs =
        new InspectHistory(histories.history())
            .inspect(HistoryFilter.everything().on(HostScope.only("atlas")), 2);

    assertEquals(List.of(Runs.id(5), Runs.id(4)), runs.stream().map(Run::runId).toList());
  }

  @Test
  void refusesANegativeLimit() {
    InspectHistory inspect = new InspectHistory(histories.history());

    assertThrows(
        IllegalArgumentException.class, () -> inspect.inspect(HistoryFilter.everything(), -1));
  }

  @Test
  void summarisesEveryPluginByName() {
    List<PluginStatistics> statistics =
        new SummarisePlugins(histories.history()).summarise(HistoryFilter.everything());

    assertEquals(
        List.of("apt", "snap"), statistics.stream().map(each -> each.plugin().value()).toList());
    assertEquals(5, statistics.get(0).executions());
  }
}
