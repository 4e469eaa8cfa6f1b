package org.updateall.domain.forecast;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.Measure;

/** A quantity that is forecast for every plugin. */
public enum Target {
  /** Elapsed time, seconds. */
  WALL_CLOCK("wall_clock_seconds", Unit.SECONDS, Combination.SUM),
  /** CPU time in user and kernel mode together, seconds. */
  CPU_TIME("cpu_seconds", Unit.SECONDS, Combination.SUM),
  /** Largest resident memory, bytes. */
  MEMORY_PEAK("memory_peak_bytes", Unit.BYTES, Combination.MAXIMUM),
  /** Size of what is downloaded, bytes. */
  DOWNLOAD_SIZE("download_size_bytes", Unit.BYTES, Combination.SUM);

  /** What a target is counted in. */
  public enum Unit {
    SECONDS,
    BYTES
  }

  /** How the figures of plugins that run one after another make up that of the run. */
  public enum Combination {
    SUM,
    MAXIMUM
  }

  private final String wireName;
  private final Unit unit;
  private final Combination combination;

  Target(String wireName, Unit unit, Combination combination) {
    this.wireName = wireName;
    this.unit = unit;
    this.combination = combination;
  }

  /** The name in machine-readable output and in the store, with its unit. */
  public String wireName() {
    return wireName;
  }

  public Unit unit() {
    return unit;
  }

  public Combination combination() {
    return combination;
  }

  /**
   * What values of several plugins come to together, one after another.
   *
   * @throws IllegalArgumentException if there is none
   */
  public double combined(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a total without parts");
    }
    DoubleStream parts = values.stream().mapToDouble(Double::doubleValue);
    return switch (combination) {
      case SUM -> parts.sum();
      case MAXIMUM -> parts.max().orElseThrow();
    };
  }

  /** The target of that wire name. */
  public static Option<Target> fromWireName(String text) {
    for (Target target : values()) {
      if (target.wireName.equals(text)) {
        return Option.some(target);
      }
    }
    return Option.none();
  }

  /** The measure of executions that it is. */
  public Measure measure() {
    return switch (this) {
      case WALL_CLOCK -> Measure.WALL_CLOCK;
      case CPU_TIME -> Measure.CPU_TIME;
      case MEMORY_PEAK -> Measure.MEMORY_PEAK;
      case DOWNLOAD_SIZE -> Measure.DOWNLOAD_SIZE;
    };
  }

  /** What an execution came to in this target; null if it was not measured. */
  public @Nullable Double measuredIn(ExecutionOutcome outcome) {
    return switch (this) {
      case WALL_CLOCK -> outcome.wallClockSeconds();
      case CPU_TIME -> outcome.cpuSeconds();
      case MEMORY_PEAK -> toDouble(outcome.memoryPeakBytes());
      case DOWNLOAD_SIZE -> toDouble(outcome.downloadSizeBytes());
    };
  }

  private static @Nullable Double toDouble(@Nullable Long value) {
    return value == null ? null : value.doubleValue();
  }
}
