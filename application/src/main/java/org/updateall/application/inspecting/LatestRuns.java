package org.updateall.application.inspecting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.Run;

/**
 * The last run, the last one that succeeded, and what every plugin did last.
 *
 * @param last the newest run that is over; absent if there is none
 * @param lastSuccess the newest run in which some plugin succeeded and none did otherwise, but for
 *     those that were skipped; absent if there is none
 * @param plugins the newest attempt of every plugin that was ever tried, by name
 */
public record LatestRuns(
    @Nullable Run last, @Nullable Run lastSuccess, List<LatestAttempt> plugins) {

  public LatestRuns {
    plugins = List.copyOf(plugins);
  }

  /**
   * When a run ended; where that is not known, when the last of its plugins did, and where that is
   * not known either, when it began.
   */
  public static Instant end(Run run) {
    Instant end = run.endTime();
    return end == null
        ? run.executions().stream()
            .map(PluginExecution::endTime)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(run.startTime())
        : end;
  }
}
