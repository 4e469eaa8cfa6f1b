package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.PluginExecution;

/** A figure that plugins announce before a phase. */
public enum AnnouncedMeasure {
  /** Size of what is downloaded, bytes. */
  DOWNLOAD_SIZE("download_size_bytes"),
  /** CPU time in user and kernel mode together, seconds. */
  CPU_TIME("cpu_seconds"),
  /** Elapsed time, seconds. */
  WALL_CLOCK("wall_clock_seconds"),
  /** Largest resident memory, bytes. */
  MEMORY_PEAK("memory_peak_bytes"),
  /** How many packages are updated. */
  PACKAGES("packages_updated");

  private final String wireName;

  AnnouncedMeasure(String wireName) {
    this.wireName = wireName;
  }

  /** The name in machine-readable output, with its unit: that of what it is compared with. */
  public String wireName() {
    return wireName;
  }

  /** The measure of that wire name. */
  public static Option<AnnouncedMeasure> fromWireName(String text) {
    for (AnnouncedMeasure measure : values()) {
      if (measure.wireName.equals(text)) {
        return Option.some(measure);
      }
    }
    return Option.none();
  }

  /** What was announced; absent if the announcement is silent about it. */
  public @Nullable Double announcedBy(Estimate estimate) {
    return switch (this) {
      case DOWNLOAD_SIZE -> toDouble(estimate.downloadBytes());
      case CPU_TIME -> estimate.cpuSeconds();
      case WALL_CLOCK -> estimate.wallClockSeconds();
      case MEMORY_PEAK -> toDouble(estimate.memoryBytes());
      case PACKAGES -> toDouble(estimate.packageCount());
    };
  }

  /** What an execution came to; absent if it was not measured. */
  @Nullable Double actualOf(PluginExecution execution) {
    return switch (this) {
      case DOWNLOAD_SIZE -> Measure.DOWNLOAD_SIZE.of(execution).getOrNull();
      case CPU_TIME -> Measure.CPU_TIME.of(execution).getOrNull();
      case WALL_CLOCK -> Measure.WALL_CLOCK.of(execution).getOrNull();
      case MEMORY_PEAK -> Measure.MEMORY_PEAK.of(execution).getOrNull();
      case PACKAGES -> toDouble(execution.packagesUpdated());
    };
  }

  private static @Nullable Double toDouble(@Nullable Number value) {
    return value == null ? null : value.doubleValue();
  }
}
