package org.updateall.domain.retrieval;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;

/** Adds runs and executions up to an {@link Activity}. Not for several threads. */
public final class ActivityTally {

  private long runs;
  private final Map<ExecutionStatus, Long> executionsByStatus =
      new EnumMap<>(ExecutionStatus.class);
  private final Set<PluginName> plugins = new HashSet<>();
  private MeasureTotal wallClockSeconds = MeasureTotal.NONE;
  private MeasureTotal cpuSeconds = MeasureTotal.NONE;
  private MeasureTotal memoryPeakBytes = MeasureTotal.NONE;
  private MeasureTotal downloadSizeBytes = MeasureTotal.NONE;
  private long packagesUpdated;

  /** Counts a run; its executions are added on their own. */
  public void addRun() {
    runs++;
  }

  public void add(PluginName plugin, ExecutionOutcome outcome) {
    plugins.add(plugin);
    executionsByStatus.merge(outcome.status(), 1L, Long::sum);
    wallClockSeconds = wallClockSeconds.plus(outcome.wallClockSeconds());
    cpuSeconds = cpuSeconds.plus(outcome.cpuSeconds());
    memoryPeakBytes = memoryPeakBytes.plus(outcome.memoryPeakBytes());
    downloadSizeBytes = downloadSizeBytes.plus(outcome.downloadSizeBytes());
    packagesUpdated += outcome.packagesUpdatedOrNone();
  }

  /** What was added so far. */
  public Activity activity() {
    return new Activity(
        runs,
        executionsByStatus,
        wallClockSeconds,
        cpuSeconds,
        memoryPeakBytes,
        downloadSizeBytes,
        packagesUpdated,
        plugins.size());
  }
}
