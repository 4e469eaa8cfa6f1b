package org.updateall.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds an execution within a {@link RunBuilder}, see {@link Runs#execution(String)}. */
public final class ExecutionBuilder {

  /** Stands in an announcement for the execution that it will belong to. */
  static final ExecutionId PLACEHOLDER = new ExecutionId(new UUID(0, 0));

  private final PluginName plugin;
  private @Nullable ExecutionId executionId;
  private ExecutionStatus status = ExecutionStatus.SUCCESS;
  private @Nullable Instant start;
  private @Nullable Instant end;
  private @Nullable Integer packagesUpdated;
  private @Nullable Integer packagesTotal;
  private @Nullable String errorMessage;
  private @Nullable Integer exitCode;
  private final List<StepBuilder> steps = new ArrayList<>();
  private final List<Estimate> announcements = new ArrayList<>();
  private @Nullable Provenance provenance;
  private @Nullable Instant createdAt;

  ExecutionBuilder(String plugin) {
    this.plugin = new PluginName(plugin);
  }

  /** Unless said, the identity follows from the run and the place within it. */
  public ExecutionBuilder identifiedBy(ExecutionId id) {
    executionId = id;
    return this;
  }

  public ExecutionBuilder ending(ExecutionStatus how) {
    status = how;
    return this;
  }

  public ExecutionBuilder startingAt(Instant time) {
    start = time;
    return this;
  }

  public ExecutionBuilder startingAt(String time) {
    return startingAt(Instant.parse(time));
  }

  public ExecutionBuilder endingAt(Instant time) {
    end = time;
    return this;
  }

  public ExecutionBuilder endingAt(String time) {
    return endingAt(Instant.parse(time));
  }

  public ExecutionBuilder updating(@Nullable Integer packages, @Nullable Integer ofTotal) {
    packagesUpdated = packages;
    packagesTotal = ofTotal;
    return this;
  }

  public ExecutionBuilder failingWith(String message, int code) {
    status = ExecutionStatus.FAILED;
    errorMessage = message;
    exitCode = code;
    return this;
  }

  /** Adds steps; each follows the one before it, unless it says its ordinal itself. */
  public ExecutionBuilder with(StepBuilder... more) {
    steps.addAll(List.of(more));
    return this;
  }

  /** Adds announcements, whichever execution they name. */
  public ExecutionBuilder announcing(Estimate... more) {
    announcements.addAll(List.of(more));
    return this;
  }

  public ExecutionBuilder knownFrom(String source, Coverage coverage) {
    return knownFrom(new Provenance(source, coverage, false));
  }

  public ExecutionBuilder knownFrom(Provenance logs) {
    provenance = logs;
    return this;
  }

  public ExecutionBuilder createdAt(Instant time) {
    createdAt = time;
    return this;
  }

  PluginExecution build(RunId runId, int place) {
    ExecutionId id =
        executionId != null
            ? executionId
            : new ExecutionId(NameBasedId.of(runId.toString(), Integer.toString(place)));
    return PluginExecution.builder(id, runId, plugin, status)
        .times(start, end)
        .packages(packagesUpdated, packagesTotal)
        .errorMessage(errorMessage)
        .exitCode(exitCode)
        .provenance(provenance)
        .steps(builtSteps(id))
        .estimates(announcements.stream().map(estimate -> ofExecution(id, estimate)).toList())
        .createdAt(createdAt)
        .build();
  }

  private List<StepMetrics> builtSteps(ExecutionId id) {
    List<StepMetrics> built = new ArrayList<>();
    int next = 0;
    for (StepBuilder step : steps) {
      StepMetrics each = step.build(id, next);
      built.add(each);
      next = each.ordinal() + 1;
    }
    return built;
  }

  private static Estimate ofExecution(ExecutionId id, Estimate estimate) {
    return new Estimate(
        id,
        estimate.ordinal(),
        estimate.phase(),
        estimate.downloadBytes(),
        estimate.cpuSeconds(),
        estimate.wallClockSeconds(),
        estimate.memoryBytes(),
        estimate.packageCount(),
        estimate.confidence(),
        estimate.createdAt());
  }
}
