package org.updateall.domain.retrieval;

import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.StepMetrics;

/**
 * A figure that is known of steps, and of the executions that they make up. What was not measured
 * is no value, never 0.
 *
 * <p>An execution's figure is the sum of those of its steps, unless a constant says otherwise.
 */
public enum Measure {
  /**
   * Elapsed time, seconds. Of a step: as measured, else end minus start. Of an execution: the sum
   * over its steps, else end minus start.
   */
  WALL_CLOCK("wall_clock_seconds", Unit.SECONDS),
  /** CPU time in user and kernel mode together, seconds; of steps that measured both. */
  CPU_TIME("cpu_seconds", Unit.SECONDS),
  /** CPU time in user mode, seconds. */
  CPU_USER("cpu_user_seconds", Unit.SECONDS),
  /** CPU time in kernel mode, seconds. */
  CPU_KERNEL("cpu_kernel_seconds", Unit.SECONDS),
  /** Largest resident memory, bytes. Of an execution: the largest of its steps. */
  MEMORY_PEAK("memory_peak_bytes", Unit.BYTES),
  /**
   * Mean resident memory, bytes. Of an execution: the mean over its steps, each weighted by its
   * elapsed time; steps without either, or of no time, do not count.
   */
  MEMORY_AVERAGE("memory_average_bytes", Unit.BYTES),
  /** Bytes read from storage. */
  IO_READ("io_read_bytes", Unit.BYTES),
  /** Bytes written to storage. */
  IO_WRITTEN("io_write_bytes", Unit.BYTES),
  /** Read operations. */
  IO_READ_OPERATIONS("io_read_operations", Unit.OPERATIONS),
  /** Write operations. */
  IO_WRITE_OPERATIONS("io_write_operations", Unit.OPERATIONS),
  /** Bytes received over the network. */
  NETWORK_RECEIVED("network_received_bytes", Unit.BYTES),
  /** Bytes sent over the network. */
  NETWORK_SENT("network_sent_bytes", Unit.BYTES),
  /** Size of what was downloaded, bytes. */
  DOWNLOAD_SIZE("download_size_bytes", Unit.BYTES),
  /**
   * Bytes downloaded per second of elapsed time. Of an execution: the bytes over the time of all
   * steps together that have a download and a time above zero.
   */
  DOWNLOAD_SPEED("download_bytes_per_second", Unit.BYTES_PER_SECOND);

  /** What a measure is counted in. */
  public enum Unit {
    SECONDS,
    BYTES,
    OPERATIONS,
    BYTES_PER_SECOND
  }

  private final String wireName;
  private final Unit unit;

  Measure(String wireName, Unit unit) {
    this.wireName = wireName;
    this.unit = unit;
  }

  /** The name in machine-readable output, with its unit. */
  public String wireName() {
    return wireName;
  }

  public Unit unit() {
    return unit;
  }

  /** What a step came to. */
  public Option<Double> of(StepMetrics step) {
    return switch (this) {
      case WALL_CLOCK -> step.wallClockSeconds();
      case CPU_TIME -> step.usage().cpuSeconds();
      case DOWNLOAD_SPEED -> step.downloadBytesPerSecond();
      default -> Option.of(measuredIn(step.usage())).map(Number::doubleValue);
    };
  }

  /** What an execution came to, its steps taken together. */
  public Option<Double> of(PluginExecution execution) {
    List<StepMetrics> steps = execution.steps();
    return switch (this) {
      case WALL_CLOCK -> execution.wallClockSeconds();
      case MEMORY_PEAK -> execution.memoryPeakBytes().map(Long::doubleValue);
      case MEMORY_AVERAGE ->
          perSecond(steps, step -> CarriedBySeconds.of(step, MEMORY_AVERAGE.of(step)));
      case DOWNLOAD_SPEED -> perSecond(steps, CarriedBySeconds::downloadOf);
      default ->
          Option.ofOptional(
              steps.stream().flatMap(step -> of(step).toJavaStream()).reduce(Double::sum));
    };
  }

  private @Nullable Number measuredIn(ResourceUsage usage) {
    return switch (this) {
      case CPU_USER -> usage.cpuUserSeconds();
      case CPU_KERNEL -> usage.cpuKernelSeconds();
      case MEMORY_PEAK -> usage.memoryPeakBytes();
      case MEMORY_AVERAGE -> usage.memoryAverageBytes();
      case IO_READ -> usage.ioReadBytes();
      case IO_WRITTEN -> usage.ioWriteBytes();
      case IO_READ_OPERATIONS -> usage.ioReadOperations();
      case IO_WRITE_OPERATIONS -> usage.ioWriteOperations();
      case NETWORK_RECEIVED -> usage.networkReceivedBytes();
      case NETWORK_SENT -> usage.networkSentBytes();
      case DOWNLOAD_SIZE -> usage.downloadSizeBytes();
      case WALL_CLOCK, CPU_TIME, DOWNLOAD_SPEED ->
          throw new IllegalStateException(this + " is derived");
    };
  }

  /** An amount, and the seconds that it took. */
  private record CarriedBySeconds(double amount, double seconds) {

    static Option<CarriedBySeconds> of(StepMetrics step, Option<Double> perSecond) {
      return step.wallClockSeconds()
          .filter(seconds -> seconds > 0)
          .flatMap(seconds -> perSecond.map(each -> new CarriedBySeconds(each * seconds, seconds)));
    }

    static Option<CarriedBySeconds> downloadOf(StepMetrics step) {
      return step.wallClockSeconds()
          .filter(seconds -> seconds > 0)
          .flatMap(
              seconds -> DOWNLOAD_SIZE.of(step).map(bytes -> new CarriedBySeconds(bytes, seconds)));
    }

    CarriedBySeconds plus(CarriedBySeconds other) {
      return new CarriedBySeconds(amount + other.amount, seconds + other.seconds);
    }
  }

  private static Option<Double> perSecond(
      List<StepMetrics> steps, Function<StepMetrics, Option<CarriedBySeconds>> carried) {
    return Option.ofOptional(
            steps.stream()
                .flatMap(step -> carried.apply(step).toJavaStream())
                .reduce(CarriedBySeconds::plus))
        .map(all -> all.amount() / all.seconds());
  }
}
