package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;

/** The zone of the machine has no part in what is stored: tried in processes of that zone. */
class TimeZonesTest {

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/Warsaw", "UTC"})
  void readsInAnyZoneWhatWasWrittenInAnother(String zone, @TempDir Path directory)
      throws Exception {
    try (ChildJvm child = ChildJvm.start(Map.of("TZ", zone), ZonedProgram.class, directory)) {
      List<String> lines = child.remainingLines();
      assertEquals(0, child.exitCode());
      assertTrue(lines.get(0).endsWith(zone), lines.get(0));
      assertEquals(times(ZonedProgram.runs()), lines.subList(1, lines.size()));
    }
    List<Run> readHere =
        new Stores(directory).history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
    assertEquals(times(ZonedProgram.runs()), times(readHere));
  }

  private static List<String> times(List<Run> runs) {
    return runs.stream().map(run -> run.startTime() + " " + run.endTime()).toList();
  }
}
