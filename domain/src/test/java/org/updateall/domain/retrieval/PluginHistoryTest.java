package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

class PluginHistoryTest {

  @Test
  void isNotChangedThroughTheListItWasMadeOf() {
    Run run = Runs.complete();
    List<ExecutionOutcome> rows =
        new ArrayList<>(List.of(ExecutionOutcome.of(run, run.executions().get(0))));
    PluginHistory history = new PluginHistory(new PluginName("apt"), HostScope.everyHost(), rows);
    rows.clear();

    assertEquals(1, history.executions().size());
    assertThrows(UnsupportedOperationException.class, () -> history.executions().clear());
  }
}
