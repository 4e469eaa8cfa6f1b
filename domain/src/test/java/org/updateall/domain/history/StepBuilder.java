package org.updateall.domain.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Builds a step within an {@link ExecutionBuilder}, see {@link Runs#step(String)}. */
public final class StepBuilder {

  private final String name;
  private StepPhase phase = StepPhase.EXECUTE;
  private @Nullable Integer ordinal;
  private @Nullable Instant start;
  private @Nullable Instant end;
  private ResourceUsage usage = ResourceUsage.unmeasured();
  private @Nullable Instant createdAt;

  StepBuilder(String name) {
    this.name = name;
  }

  public StepBuilder in(StepPhase which) {
    phase = which;
    return this;
  }

  public StepBuilder ordinal(int place) {
    ordinal = place;
    return this;
  }

  public StepBuilder startingAt(String time) {
    start = Instant.parse(time);
    return this;
  }

  public StepBuilder endingAt(String time) {
    end = Instant.parse(time);
    return this;
  }

  /** Measured to have taken that many seconds, and nothing else measured. */
  public StepBuilder lasting(double seconds) {
    return using(ResourceUsage.builder().wallClockSeconds(seconds).build());
  }

  public StepBuilder using(ResourceUsage figures) {
    usage = figures;
    return this;
  }

  public StepBuilder using(ResourceUsage.Builder figures) {
    return using(figures.build());
  }

  public StepBuilder createdAt(Instant time) {
    createdAt = time;
    return this;
  }

  StepMetrics build(ExecutionId executionId, int next) {
    int place = ordinal == null ? next : ordinal;
    return new StepMetrics(executionId, place, name, phase, start, end, usage, createdAt);
  }
}
