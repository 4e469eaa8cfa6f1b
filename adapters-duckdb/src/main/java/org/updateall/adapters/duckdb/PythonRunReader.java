package org.updateall.adapters.duckdb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.duckdb.PythonTables.EstimateLine;
import org.updateall.adapters.duckdb.PythonTables.ExecutionLine;
import org.updateall.adapters.duckdb.PythonTables.RunLine;
import org.updateall.adapters.duckdb.PythonTables.StepLine;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.LegacyIdentity;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.StepMetrics;

/**
 * Makes a run of the lines that the Python update-all wrote of it, or finds every reason why that
 * would mean guessing.
 */
final class PythonRunReader {

  private final ZoneId zone;
  private final RunLine line;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param zone the zone of its times
   */
  PythonRunReader(ZoneId zone, RunLine line) {
    this.zone = zone;
    this.line = line;
  }

  /** Why there is no run; empty if there is one. */
  List<String> reasons() {
    return reasons;
  }

  /** The run with all its parts; null if there is a reason against it. */
  @Nullable Run run(
      List<ExecutionLine> executions,
      Map<String, List<StepLine>> steps,
      Map<String, List<EstimateLine>> estimates) {
    List<PluginName> plugins = plugins(executions);
    if (!reasons.isEmpty()) {
      return null;
    }
    LegacyIdentity identity = LegacyIdentity.of(line.runId(), instantOf(line.startTime()), plugins);
    List<PluginExecution> parts = new ArrayList<>();
    for (int i = 0; i < executions.size(); i++) {
      ExecutionLine each = executions.get(i);
      PluginExecution part =
          execution(
              each,
              identity,
              plugins.get(i),
              steps.getOrDefault(each.executionId(), List.of()),
              estimates.getOrDefault(each.executionId(), List.of()));
      if (part != null) {
        parts.add(part);
      }
    }
    Run run = attempt("", () -> run(identity, parts));
    return reasons.isEmpty() ? run : null;
  }

  private Run run(LegacyIdentity identity, List<PluginExecution> executions) {
    return new Run(
        identity.runId(),
        instantOf(line.startTime()),
        instant(line.endTime()),
        line.hostname(),
        line.username(),
        line.configHash(),
        executions,
        instant(line.createdAt()));
  }

  private List<PluginName> plugins(List<ExecutionLine> executions) {
    List<PluginName> plugins = new ArrayList<>();
    for (ExecutionLine each : executions) {
      PluginName name = attempt(owner(each), () -> new PluginName(each.pluginName()));
      if (name != null) {
        plugins.add(name);
      }
    }
    return plugins;
  }

  private @Nullable PluginExecution execution(
      ExecutionLine each,
      LegacyIdentity identity,
      PluginName plugin,
      List<StepLine> stepLines,
      List<EstimateLine> estimateLines) {
    String owner = owner(each);
    ExecutionId id = identity.next(each.executionId(), plugin);
    List<StepMetrics> steps = new ArrayList<>();
    for (StepLine step : stepLines) {
      add(steps, owner + "step '" + step.stepName() + "': ", () -> step(id, steps.size(), step));
    }
    List<Estimate> estimates = new ArrayList<>();
    for (EstimateLine estimate : estimateLines) {
      add(estimates, owner + "estimate: ", () -> estimate(id, estimates.size(), estimate));
    }
    return attempt(
        owner,
        () ->
            PluginExecution.builder(id, identity.runId(), plugin, StoredWords.status(each.status()))
                .times(instant(each.startTime()), instant(each.endTime()))
                .packages(each.packagesUpdated(), each.packagesTotal())
                .errorMessage(each.errorMessage())
                .exitCode(each.exitCode())
                .steps(steps)
                .estimates(estimates)
                .createdAt(instant(each.createdAt()))
                .build());
  }

  private StepMetrics step(ExecutionId execution, int ordinal, StepLine step) {
    return new StepMetrics(
        execution,
        ordinal,
        step.stepName(),
        StoredWords.phase(step.phase()),
        instant(step.startTime()),
        instant(step.endTime()),
        usage(step),
        instant(step.createdAt()));
  }

  private static ResourceUsage usage(StepLine step) {
    return ResourceUsage.builder()
        .wallClockSeconds(step.wallClockSeconds())
        .cpuSeconds(step.cpuUserSeconds(), step.cpuKernelSeconds())
        .memoryBytes(step.memoryPeakBytes(), step.memoryAvgBytes())
        .ioBytes(step.ioReadBytes(), step.ioWriteBytes())
        .ioOperations(step.ioReadOps(), step.ioWriteOps())
        .networkBytes(step.networkRxBytes(), step.networkTxBytes())
        .downloadSizeBytes(step.downloadSizeBytes())
        .build();
  }

  private Estimate estimate(ExecutionId execution, int ordinal, EstimateLine estimate) {
    return new Estimate(
        execution,
        ordinal,
        StoredWords.phase(estimate.phase()),
        estimate.downloadBytesEst(),
        estimate.cpuSecondsEst(),
        estimate.wallSecondsEst(),
        estimate.memoryBytesEst(),
        estimate.packageCountEst(),
        estimate.confidence(),
        instant(estimate.createdAt()));
  }

  private static String owner(ExecutionLine execution) {
    return "plugin '%s': ".formatted(execution.pluginName());
  }

  private <T> void add(List<T> parts, String owner, Supplier<T> making) {
    T part = attempt(owner, making);
    if (part != null) {
      parts.add(part);
    }
  }

  private <T> @Nullable T attempt(String owner, Supplier<T> making) {
    try {
      return DamagedRow.unless(making);
    } catch (DamagedRow e) {
      reasons.add(owner + e.reason());
      return null;
    }
  }

  private @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : instantOf(time);
  }

  private Instant instantOf(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }
}
