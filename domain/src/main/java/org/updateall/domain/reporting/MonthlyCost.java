package org.updateall.domain.reporting;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.retrieval.MeasureTotal;

/**
 * What a plugin's executions of one month came to, whatever became of them: a failed one costs,
 * too.
 *
 * @param month by the calendar of the report's zone
 * @param plugin which plugin
 * @param executions how many finished attempts there were
 * @param failures how many of them did not succeed
 * @param wallClockSeconds elapsed time
 * @param cpuSeconds CPU time
 * @param downloadSizeBytes downloads
 */
public record MonthlyCost(
    YearMonth month,
    PluginName plugin,
    long executions,
    long failures,
    MeasureTotal wallClockSeconds,
    MeasureTotal cpuSeconds,
    MeasureTotal downloadSizeBytes) {

  /**
   * @throws IllegalArgumentException if there are more failures than executions
   */
  public MonthlyCost {
    requireNonNull(month, "month");
    requireNonNull(plugin, "plugin");
    requireNonNull(wallClockSeconds, "wallClockSeconds");
    requireNonNull(cpuSeconds, "cpuSeconds");
    requireNonNull(downloadSizeBytes, "downloadSizeBytes");
    if (failures < 0 || failures > executions) {
      throw new IllegalArgumentException("%d of %d failed".formatted(failures, executions));
    }
  }
}
