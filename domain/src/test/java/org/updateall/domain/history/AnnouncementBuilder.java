package org.updateall.domain.history;

import org.jspecify.annotations.Nullable;

/** Builds what a plugin announces, see {@link Runs#announcement}. */
public final class AnnouncementBuilder {

  private final int ordinal;
  private final StepPhase phase;
  private @Nullable Long downloadBytes;
  private @Nullable Double cpuSeconds;
  private @Nullable Double wallClockSeconds;
  private @Nullable Long memoryBytes;
  private @Nullable Integer packages;
  private @Nullable Double confidence;

  AnnouncementBuilder(int ordinal, StepPhase phase) {
    this.ordinal = ordinal;
    this.phase = phase;
  }

  public AnnouncementBuilder downloadBytes(long bytes) {
    downloadBytes = bytes;
    return this;
  }

  public AnnouncementBuilder cpuSeconds(double seconds) {
    cpuSeconds = seconds;
    return this;
  }

  public AnnouncementBuilder wallClockSeconds(double seconds) {
    wallClockSeconds = seconds;
    return this;
  }

  public AnnouncementBuilder memoryBytes(long bytes) {
    memoryBytes = bytes;
    return this;
  }

  public AnnouncementBuilder packages(int count) {
    packages = count;
    return this;
  }

  public AnnouncementBuilder confidence(double share) {
    confidence = share;
    return this;
  }

  public Estimate build() {
    return new Estimate(
        ExecutionBuilder.PLACEHOLDER,
        ordinal,
        phase,
        downloadBytes,
        cpuSeconds,
        wallClockSeconds,
        memoryBytes,
        packages,
        confidence,
        null);
  }
}
