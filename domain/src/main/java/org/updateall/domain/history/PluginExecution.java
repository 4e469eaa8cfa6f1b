package org.updateall.domain.history;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One plugin's part in a run.
 *
 * @param executionId its identity
 * @param runId the run that it is part of
 * @param pluginName which plugin
 * @param status how far it came, or how it ended
 * @param startTime when it began, to the microsecond, if known
 * @param endTime when it ended, not before the start, if known
 * @param packagesUpdated how many packages it updated: an outcome, known afterwards
 * @param packagesTotal how many packages the plugin looks after
 * @param errorMessage what it said when it failed
 * @param exitCode the exit code of its process
 * @param provenance which log told of it; absent if update-all ran it, or an old history has it
 * @param steps its steps, by ordinal
 * @param estimates what it announced, by ordinal
 * @param createdAt when it was first stored; absent before
 */
public record PluginExecution(
    ExecutionId executionId,
    RunId runId,
    PluginName pluginName,
    ExecutionStatus status,
    @Nullable Instant startTime,
    @Nullable Instant endTime,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    @Nullable String errorMessage,
    @Nullable Integer exitCode,
    @Nullable Provenance provenance,
    List<StepMetrics> steps,
    List<Estimate> estimates,
    @Nullable Instant createdAt) {

  /** What an execution says that was running when its process ended. */
  public static final String ABANDONED = "abandoned: the process ended before this plugin did";

  /**
   * @throws IllegalArgumentException if a count is negative, the end is before the start, the
   *     message holds half a surrogate pair, a step or estimate belongs to another execution or
   *     repeats an ordinal, or the steps' downloads add up to more than a long holds
   */
  public PluginExecution {
    requireNonNull(executionId, "executionId");
    requireNonNull(runId, "runId");
    requireNonNull(pluginName, "pluginName");
    requireNonNull(status, "status");
    startTime = Require.optionalTime("start time", startTime);
    endTime = Require.optionalTime("end time", endTime);
    createdAt = Require.optionalTime("creation time", createdAt);
    Require.ordered(startTime, endTime);
    Require.notNegative("packages updated", packagesUpdated);
    Require.notNegative("packages total", packagesTotal);
    Require.wellFormed("error message", errorMessage);
    steps = List.copyOf(steps);
    estimates = List.copyOf(estimates);
    requireOwn("a step", executionId, steps, StepMetrics::executionId);
    requireOwn("an estimate", executionId, estimates, Estimate::executionId);
    requireAscending("step", steps, StepMetrics::ordinal);
    requireAscending("estimate", estimates, Estimate::ordinal);
    requireCountableDownload(steps);
  }

  /** Which part of the update its figures cover: all of it, unless a log says otherwise. */
  public Coverage coverage() {
    return provenance == null ? Coverage.WHOLE : provenance.coverage();
  }

  /** Begins an execution of which only this much is known; everything else is absent. */
  public static Builder builder(
      ExecutionId executionId, RunId runId, PluginName pluginName, ExecutionStatus status) {
    return new Builder(executionId, runId, pluginName, status);
  }

  /**
   * Elapsed seconds: the sum over its steps; where no step tells, end minus start; none where
   * neither is known.
   */
  public Option<Double> wallClockSeconds() {
    return sum(StepMetrics::wallClockSeconds)
        .orElse(() -> StepMetrics.secondsBetween(startTime, endTime));
  }

  /** CPU seconds, user and kernel, summed over the steps that measured both. */
  public Option<Double> cpuSeconds() {
    return sum(step -> step.usage().cpuSeconds());
  }

  /** The largest peak of its steps, bytes. */
  public Option<Long> memoryPeakBytes() {
    return Option.ofOptional(
        steps.stream()
            .map(step -> step.usage().memoryPeakBytes())
            .filter(Objects::nonNull)
            .reduce(Math::max));
  }

  /** Bytes downloaded, summed over its steps. */
  public Option<Long> downloadSizeBytes() {
    return downloadSizeBytes(steps);
  }

  private static Option<Long> downloadSizeBytes(List<StepMetrics> steps) {
    return Option.ofOptional(
        steps.stream()
            .map(step -> step.usage().downloadSizeBytes())
            .filter(Objects::nonNull)
            .reduce(Math::addExact));
  }

  private static void requireCountableDownload(List<StepMetrics> steps) {
    try {
      Option<Long> unused = downloadSizeBytes(steps);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the downloads of the steps add up to more than %d bytes".formatted(Long.MAX_VALUE), e);
    }
  }

  private Option<Double> sum(Function<StepMetrics, Option<Double>> figure) {
    return Option.ofOptional(
        steps.stream().flatMap(step -> figure.apply(step).toJavaStream()).reduce(Double::sum));
  }

  /** This execution with that step in the place of the one of the same ordinal, or added. */
  public PluginExecution with(StepMetrics step) {
    return withParts(Parts.ordered(steps, step, StepMetrics::ordinal), estimates);
  }

  /**
   * This execution with that announcement in the place of the one of the same ordinal, or added.
   */
  public PluginExecution with(Estimate estimate) {
    return withParts(steps, Parts.ordered(estimates, estimate, Estimate::ordinal));
  }

  /** This execution without the step of that ordinal; the same if it has none. */
  public PluginExecution withoutStep(int ordinal) {
    return withParts(steps.stream().filter(step -> step.ordinal() != ordinal).toList(), estimates);
  }

  /** This execution without the announcement of that ordinal; the same if it has none. */
  public PluginExecution withoutEstimate(int ordinal) {
    return withParts(
        steps, estimates.stream().filter(estimate -> estimate.ordinal() != ordinal).toList());
  }

  /**
   * This execution as far as it is known when the process that it was part of ended before it: if
   * it was running it failed, and its message says so; if it was pending it was skipped. When it
   * ended stays unknown. Any other stays as it is.
   */
  public PluginExecution abandoned() {
    return switch (status) {
      case RUNNING ->
          ending(
              ExecutionStatus.FAILED,
              errorMessage == null ? ABANDONED : errorMessage + "\n" + ABANDONED);
      case PENDING -> ending(ExecutionStatus.SKIPPED, errorMessage);
      case SUCCESS, FAILED, SKIPPED, TIMEOUT -> this;
    };
  }

  private PluginExecution ending(ExecutionStatus how, @Nullable String message) {
    return new PluginExecution(
        executionId,
        runId,
        pluginName,
        how,
        startTime,
        endTime,
        packagesUpdated,
        packagesTotal,
        message,
        exitCode,
        provenance,
        steps,
        estimates,
        createdAt);
  }

  private PluginExecution withParts(List<StepMetrics> newSteps, List<Estimate> newEstimates) {
    return withParts(newSteps, newEstimates, createdAt);
  }

  private PluginExecution withParts(
      List<StepMetrics> newSteps, List<Estimate> newEstimates, @Nullable Instant newCreatedAt) {
    return new PluginExecution(
        executionId,
        runId,
        pluginName,
        status,
        startTime,
        endTime,
        packagesUpdated,
        packagesTotal,
        errorMessage,
        exitCode,
        provenance,
        newSteps,
        newEstimates,
        newCreatedAt);
  }

  PluginExecution withCreationTimes(Function<@Nullable Instant, @Nullable Instant> change) {
    return withParts(
        steps.stream().map(step -> step.withCreatedAt(change.apply(step.createdAt()))).toList(),
        estimates.stream()
            .map(estimate -> estimate.withCreatedAt(change.apply(estimate.createdAt())))
            .toList(),
        change.apply(createdAt));
  }

  PluginExecution keepingCreationTimesOf(@Nullable PluginExecution earlier) {
    if (earlier == null) {
      return this;
    }
    Map<Integer, Instant> stepTimes =
        creationTimes(earlier.steps, StepMetrics::ordinal, StepMetrics::createdAt);
    Map<Integer, Instant> estimateTimes =
        creationTimes(earlier.estimates, Estimate::ordinal, Estimate::createdAt);
    return withParts(
        steps.stream()
            .map(each -> each.withCreatedAt(kept(stepTimes.get(each.ordinal()), each.createdAt())))
            .toList(),
        estimates.stream()
            .map(
                each ->
                    each.withCreatedAt(kept(estimateTimes.get(each.ordinal()), each.createdAt())))
            .toList(),
        kept(earlier.createdAt, createdAt));
  }

  private static @Nullable Instant kept(@Nullable Instant earlier, @Nullable Instant now) {
    return earlier == null ? now : earlier;
  }

  private static <T> Map<Integer, Instant> creationTimes(
      List<T> parts, Function<T, Integer> ordinalOf, Function<T, @Nullable Instant> timeOf) {
    Map<Integer, Instant> times = new HashMap<>();
    for (T part : parts) {
      Instant time = timeOf.apply(part);
      if (time != null) {
        times.put(ordinalOf.apply(part), time);
      }
    }
    return times;
  }

  private static <T> void requireOwn(
      String part, ExecutionId owner, List<T> parts, Function<T, ExecutionId> ownerOf) {
    for (T each : parts) {
      if (!ownerOf.apply(each).equals(owner)) {
        throw new IllegalArgumentException(
            "%s of execution %s cannot be part of execution %s"
                .formatted(part, ownerOf.apply(each), owner));
      }
    }
  }

  private static <T> void requireAscending(
      String part, List<T> parts, Function<T, Integer> ordinalOf) {
    Set<Integer> seen = new HashSet<>();
    int previous = -1;
    for (T each : parts) {
      int ordinal = ordinalOf.apply(each);
      if (!seen.add(ordinal) || ordinal < previous) {
        throw new IllegalArgumentException(
            "%s ordinals do not ascend: %d after %d".formatted(part, ordinal, previous));
      }
      previous = ordinal;
    }
  }

  /** Collects what is known of an execution. */
  public static final class Builder {

    private final ExecutionId executionId;
    private final RunId runId;
    private final PluginName pluginName;
    private final ExecutionStatus status;
    private @Nullable Instant startTime;
    private @Nullable Instant endTime;
    private @Nullable Integer packagesUpdated;
    private @Nullable Integer packagesTotal;
    private @Nullable String errorMessage;
    private @Nullable Integer exitCode;
    private @Nullable Provenance provenance;
    private List<StepMetrics> steps = List.of();
    private List<Estimate> estimates = List.of();
    private @Nullable Instant createdAt;

    private Builder(
        ExecutionId executionId, RunId runId, PluginName pluginName, ExecutionStatus status) {
      this.executionId = executionId;
      this.runId = runId;
      this.pluginName = pluginName;
      this.status = status;
    }

    public Builder times(@Nullable Instant start, @Nullable Instant end) {
      this.startTime = start;
      this.endTime = end;
      return this;
    }

    public Builder packages(@Nullable Integer updated, @Nullable Integer total) {
      this.packagesUpdated = updated;
      this.packagesTotal = total;
      return this;
    }

    public Builder errorMessage(@Nullable String message) {
      this.errorMessage = message;
      return this;
    }

    public Builder exitCode(@Nullable Integer code) {
      this.exitCode = code;
      return this;
    }

    public Builder provenance(@Nullable Provenance from) {
      this.provenance = from;
      return this;
    }

    public Builder steps(List<StepMetrics> all) {
      this.steps = all;
      return this;
    }

    public Builder estimates(List<Estimate> all) {
      this.estimates = all;
      return this;
    }

    public Builder createdAt(@Nullable Instant time) {
      this.createdAt = time;
      return this;
    }

    /**
     * @throws IllegalArgumentException as the record's constructor does
     */
    public PluginExecution build() {
      return new PluginExecution(
          executionId,
          runId,
          pluginName,
          status,
          startTime,
          endTime,
          packagesUpdated,
          packagesTotal,
          errorMessage,
          exitCode,
          provenance,
          steps,
          estimates,
          createdAt);
    }
  }
}
