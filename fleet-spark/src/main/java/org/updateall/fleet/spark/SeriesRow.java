package org.updateall.fleet.spark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.fleet.FleetRow;
import org.updateall.domain.forecast.Target;

/**
 * One execution on its way to the series of one target: what {@link FleetRow#only} leaves of it,
 * without columns that are always empty then, since every byte of it is shuffled.
 *
 * @param target wire name of the target
 * @param seconds of a target that is counted in them, where it was measured
 * @param bytes of one that is counted in bytes
 */
record SeriesRow(
    String host,
    String pluginName,
    String target,
    Instant startedAt,
    String executionId,
    String runId,
    String operatingSystem,
    String sizeClass,
    String status,
    String coverage,
    @Nullable Double seconds,
    @Nullable Long bytes,
    @Nullable Double installSeconds,
    @Nullable Long announcedDownloadBytes,
    @Nullable Integer announcedPackages) {

  static SeriesRow of(FleetRow whole, Target target) {
    FleetRow row = whole.only(target);
    return new SeriesRow(
        row.host(),
        row.pluginName(),
        target.wireName(),
        row.startedAt(),
        row.executionId(),
        row.runId(),
        row.operatingSystem(),
        row.sizeClass(),
        row.status(),
        row.coverage(),
        target == Target.CPU_TIME ? row.cpuSeconds() : row.wallClockSeconds(),
        target == Target.MEMORY_PEAK ? row.memoryPeakBytes() : row.downloadSizeBytes(),
        row.installSeconds(),
        row.announcedDownloadBytes(),
        row.announcedPackages());
  }

  /** The execution, with nothing of other targets. */
  FleetRow toFleetRow() {
    return new FleetRow(
        FleetRow.FORMAT,
        host,
        operatingSystem,
        sizeClass,
        pluginName,
        executionId,
        runId,
        startedAt,
        status,
        coverage,
        target.equals(Target.WALL_CLOCK.wireName()) ? seconds : null,
        target.equals(Target.CPU_TIME.wireName()) ? seconds : null,
        target.equals(Target.MEMORY_PEAK.wireName()) ? bytes : null,
        target.equals(Target.DOWNLOAD_SIZE.wireName()) ? bytes : null,
        installSeconds,
        null,
        null,
        announcedDownloadBytes,
        null,
        null,
        null,
        announcedPackages);
  }
}
