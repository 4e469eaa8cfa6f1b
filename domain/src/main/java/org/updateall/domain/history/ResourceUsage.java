package org.updateall.domain.history;

import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * What a step used. A figure that was not measured is absent, never 0.
 *
 * @param wallClockSeconds elapsed time
 * @param cpuUserSeconds CPU time in user mode, all processes of the step
 * @param cpuKernelSeconds CPU time in kernel mode, all processes of the step
 * @param memoryPeakBytes largest resident memory
 * @param memoryAverageBytes mean resident memory
 * @param ioReadBytes bytes read from storage
 * @param ioWriteBytes bytes written to storage
 * @param ioReadOperations read operations
 * @param ioWriteOperations write operations
 * @param networkReceivedBytes bytes received over the network
 * @param networkSentBytes bytes sent over the network
 * @param downloadSizeBytes size of what was downloaded
 */
public record ResourceUsage(
    @Nullable Double wallClockSeconds,
    @Nullable Double cpuUserSeconds,
    @Nullable Double cpuKernelSeconds,
    @Nullable Long memoryPeakBytes,
    @Nullable Long memoryAverageBytes,
    @Nullable Long ioReadBytes,
    @Nullable Long ioWriteBytes,
    @Nullable Long ioReadOperations,
    @Nullable Long ioWriteOperations,
    @Nullable Long networkReceivedBytes,
    @Nullable Long networkSentBytes,
    @Nullable Long downloadSizeBytes) {

  /**
   * @throws IllegalArgumentException if a figure is negative or not finite, or seconds are above
   *     10^12
   */
  public ResourceUsage {
    wallClockSeconds = Require.seconds("wall clock seconds", wallClockSeconds);
    cpuUserSeconds = Require.seconds("CPU user seconds", cpuUserSeconds);
    cpuKernelSeconds = Require.seconds("CPU kernel seconds", cpuKernelSeconds);
    Require.notNegative("memory peak bytes", memoryPeakBytes);
    Require.notNegative("memory average bytes", memoryAverageBytes);
    Require.notNegative("I/O read bytes", ioReadBytes);
    Require.notNegative("I/O write bytes", ioWriteBytes);
    Require.notNegative("I/O read operations", ioReadOperations);
    Require.notNegative("I/O write operations", ioWriteOperations);
    Require.notNegative("network received bytes", networkReceivedBytes);
    Require.notNegative("network sent bytes", networkSentBytes);
    Require.notNegative("download size bytes", downloadSizeBytes);
  }

  /** Nothing was measured. */
  public static ResourceUsage unmeasured() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Begins with these figures. */
  public Builder toBuilder() {
    return builder()
        .wallClockSeconds(wallClockSeconds)
        .cpuSeconds(cpuUserSeconds, cpuKernelSeconds)
        .memoryBytes(memoryPeakBytes, memoryAverageBytes)
        .ioBytes(ioReadBytes, ioWriteBytes)
        .ioOperations(ioReadOperations, ioWriteOperations)
        .networkBytes(networkReceivedBytes, networkSentBytes)
        .downloadSizeBytes(downloadSizeBytes);
  }

  /** User and kernel time together; none unless both were measured. */
  public Option<Double> cpuSeconds() {
    return cpuUserSeconds == null || cpuKernelSeconds == null
        ? Option.none()
        : Option.some(cpuUserSeconds + cpuKernelSeconds);
  }

  /** Collects figures; what is not set stays absent. */
  public static final class Builder {

    private @Nullable Double wallClockSeconds;
    private @Nullable Double cpuUserSeconds;
    private @Nullable Double cpuKernelSeconds;
    private @Nullable Long memoryPeakBytes;
    private @Nullable Long memoryAverageBytes;
    private @Nullable Long ioReadBytes;
    private @Nullable Long ioWriteBytes;
    private @Nullable Long ioReadOperations;
    private @Nullable Long ioWriteOperations;
    private @Nullable Long networkReceivedBytes;
    private @Nullable Long networkSentBytes;
    private @Nullable Long downloadSizeBytes;

    private Builder() {}

    public Builder wallClockSeconds(@Nullable Double seconds) {
      this.wallClockSeconds = seconds;
      return this;
    }

    public Builder cpuSeconds(@Nullable Double user, @Nullable Double kernel) {
      this.cpuUserSeconds = user;
      this.cpuKernelSeconds = kernel;
      return this;
    }

    public Builder memoryBytes(@Nullable Long peak, @Nullable Long average) {
      this.memoryPeakBytes = peak;
      this.memoryAverageBytes = average;
      return this;
    }

    public Builder ioBytes(@Nullable Long read, @Nullable Long written) {
      this.ioReadBytes = read;
      this.ioWriteBytes = written;
      return this;
    }

    public Builder ioOperations(@Nullable Long reads, @Nullable Long writes) {
      this.ioReadOperations = reads;
      this.ioWriteOperations = writes;
      return this;
    }

    public Builder networkBytes(@Nullable Long received, @Nullable Long sent) {
      this.networkReceivedBytes = received;
      this.networkSentBytes = sent;
      return this;
    }

    public Builder downloadSizeBytes(@Nullable Long bytes) {
      this.downloadSizeBytes = bytes;
      return this;
    }

    /**
     * @throws IllegalArgumentException if a figure is negative or not finite, or seconds are above
     *     10^12
     */
    public ResourceUsage build() {
      return new ResourceUsage(
          wallClockSeconds,
          cpuUserSeconds,
          cpuKernelSeconds,
          memoryPeakBytes,
          memoryAverageBytes,
          ioReadBytes,
          ioWriteBytes,
          ioReadOperations,
          ioWriteOperations,
          networkReceivedBytes,
          networkSentBytes,
          downloadSizeBytes);
    }
  }
}
