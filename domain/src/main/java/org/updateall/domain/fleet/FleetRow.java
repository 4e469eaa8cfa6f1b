package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.retrieval.Announcement;
import org.updateall.domain.retrieval.ExecutionOutcome;
import org.updateall.domain.retrieval.TrainingRow;

/**
 * One execution as the table {@code outcomes} of a fleet's tree has it: everything that models
 * learn from, and nothing else. The components are the columns, in their order, with names in snake
 * case.
 *
 * @param format version of the table, {@link #FORMAT}
 * @param host whose it is, as that host calls itself in the tree
 * @param operatingSystem as {@link HostProfile#operatingSystem()}
 * @param sizeClass wire name of {@link HostProfile#size()}
 * @param pluginName which plugin
 * @param executionId UUID of the execution
 * @param runId UUID of its run
 * @param startedAt when it began; where that is not known, when its run began
 * @param status wire name of its status
 * @param coverage wire name of which part of the update its figures cover
 */
public record FleetRow(
    int format,
    String host,
    String operatingSystem,
    String sizeClass,
    String pluginName,
    String executionId,
    String runId,
    Instant startedAt,
    String status,
    String coverage,
    @Nullable Double wallClockSeconds,
    @Nullable Double cpuSeconds,
    @Nullable Long memoryPeakBytes,
    @Nullable Long downloadSizeBytes,
    @Nullable Double installSeconds,
    @Nullable Integer packagesUpdated,
    @Nullable Integer packagesTotal,
    @Nullable Long announcedDownloadBytes,
    @Nullable Double announcedCpuSeconds,
    @Nullable Double announcedWallClockSeconds,
    @Nullable Long announcedMemoryBytes,
    @Nullable Integer announcedPackages) {

  /** The version that this program writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  /** The name of the table. */
  public static final String TABLE = "outcomes";

  /** No clock tells less, and no count is greater: what lies beyond was not measured. */
  private static final double LEAST_FIGURE = 1e-9;

  private static final double GREATEST_FIGURE = 1e19;

  public FleetRow {
    requireNonNull(host, "host");
    requireNonNull(operatingSystem, "operatingSystem");
    requireNonNull(sizeClass, "sizeClass");
    requireNonNull(pluginName, "pluginName");
    requireNonNull(executionId, "executionId");
    requireNonNull(runId, "runId");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(status, "status");
    requireNonNull(coverage, "coverage");
  }

  /** The row of an execution on that host. */
  public static FleetRow of(
      String host,
      HostProfile profile,
      PluginName plugin,
      ExecutionOutcome outcome,
      Announcement announced) {
    return new FleetRow(
        FORMAT,
        host,
        profile.operatingSystem(),
        profile.size().wireName(),
        plugin.value(),
        outcome.executionId().value().toString(),
        outcome.runId().value().toString(),
        outcome.startedAt(),
        outcome.status().wireName(),
        outcome.coverage().wireName(),
        outcome.wallClockSeconds(),
        outcome.cpuSeconds(),
        outcome.memoryPeakBytes(),
        outcome.downloadSizeBytes(),
        outcome.installSeconds(),
        outcome.packagesUpdated(),
        outcome.packagesTotal(),
        announced.downloadBytes(),
        announced.cpuSeconds(),
        announced.wallClockSeconds(),
        announced.memoryBytes(),
        announced.packages());
  }

  /** The rows of those executions of a run that updated something, or tried to. */
  public static List<FleetRow> of(Run run, HostProfile profile) {
    return run.executions().stream()
        .filter(execution -> execution.coverage() != Coverage.CHECK)
        .map(
            execution ->
                of(
                    run.hostname(),
                    profile,
                    execution.pluginName(),
                    ExecutionOutcome.of(run, execution),
                    Announcement.of(execution.estimates())))
        .toList();
  }

  /**
   * @throws IllegalArgumentException if the size class is not known
   */
  public HostProfile profile() {
    return new HostProfile(
        operatingSystem,
        SizeClass.fromWireName(sizeClass).getOrElseThrow(() -> unknown("size class", sizeClass)));
  }

  /**
   * What a model learns from this execution.
   *
   * @param zone whose clock says day and hour
   * @throws IllegalArgumentException if a value is none that the domain knows
   */
  public TrainingRow toTrainingRow(ZoneId zone) {
    return TrainingRow.of(
        new ExecutionOutcome(
            new RunId(UUID.fromString(runId)),
            new ExecutionId(UUID.fromString(executionId)),
            host,
            startedAt,
            ExecutionStatus.fromWireName(status).getOrElseThrow(() -> unknown("status", status)),
            wallClockSeconds,
            cpuSeconds,
            memoryPeakBytes,
            downloadSizeBytes,
            packagesUpdated,
            packagesTotal,
            Coverage.fromWireName(coverage).getOrElseThrow(() -> unknown("coverage", coverage)),
            installSeconds),
        null,
        new Announcement(
            announcedDownloadBytes,
            announcedCpuSeconds,
            announcedWallClockSeconds,
            announcedMemoryBytes,
            announcedPackages),
        zone);
  }

  /**
   * Why nothing can be learned from it, as a clause; none if something can.
   *
   * @param until an execution that began later cannot be learned from, nor one before {@link
   *     PartitionVerdicts#EARLIEST}
   */
  public Option<String> problem(Instant until) {
    return startedAt.isBefore(PartitionVerdicts.EARLIEST) || startedAt.isAfter(until)
        ? Option.some("it began at " + startedAt)
        : problem();
  }

  /** The same, whenever it began. */
  public Option<String> problem() {
    try {
      HostProfile unused = profile();
      PluginName unusedName = new PluginName(pluginName);
      if (host.isBlank()) {
        return Option.some("the host is blank");
      }
      TrainingRow unusedRow = toTrainingRow(ZoneOffset.UTC);
      return problemOfFigures();
    } catch (IllegalArgumentException e) {
      return Option.of(e.getMessage());
    }
  }

  private Option<String> problemOfFigures() {
    return Option.ofOptional(
        Stream.of(
                wallClockSeconds,
                cpuSeconds,
                memoryPeakBytes,
                downloadSizeBytes,
                installSeconds,
                announcedDownloadBytes,
                announcedPackages)
            .filter(Objects::nonNull)
            .filter(figure -> !isFigure(figure.doubleValue()))
            .map(figure -> "a figure is " + figure)
            .findFirst());
  }

  private static boolean isFigure(double value) {
    return value == 0 || (value >= LEAST_FIGURE && value <= GREATEST_FIGURE);
  }

  /** The same row with what belongs to no other target: all that a series of it needs. */
  public FleetRow only(Target target) {
    boolean wallClock = target == Target.WALL_CLOCK;
    return new FleetRow(
        format,
        host,
        operatingSystem,
        sizeClass,
        pluginName,
        executionId,
        runId,
        startedAt,
        status,
        coverage,
        wallClock ? wallClockSeconds : null,
        target == Target.CPU_TIME ? cpuSeconds : null,
        target == Target.MEMORY_PEAK ? memoryPeakBytes : null,
        target == Target.DOWNLOAD_SIZE ? downloadSizeBytes : null,
        wallClock ? installSeconds : null,
        null,
        null,
        announcedDownloadBytes,
        null,
        null,
        null,
        announcedPackages);
  }

  private static IllegalArgumentException unknown(String what, String text) {
    return new IllegalArgumentException("there is no %s %s".formatted(what, text));
  }
}
