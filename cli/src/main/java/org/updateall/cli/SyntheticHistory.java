package org.updateall.cli;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/**
 * A year of one machine's updates, made up: elapsed times with a slow trend, a weekly season and
 * multiplicative noise, longer the more packages there are to update; CPU time, memory and download
 * that go with them; packages mostly announced beforehand; days between runs, weeks of absence and
 * failures now and then. The same seed gives the same year.
 */
final class SyntheticHistory {

  static final String HOSTNAME = "demo";

  private static final Instant BEGIN = Instant.parse("2025-10-01T06:00:00Z");
  private static final Duration YEAR = Duration.ofDays(365);
  private static final double MEBI = 1024 * 1024;
  private static final int LONGEST_GAP_DAYS = 2;
  private static final double CHANCE_OF_ABSENCE = 0.02;
  private static final int ABSENCE_DAYS = 12;
  private static final double CHANCE_OF_FAILURE = 0.03;
  private static final double SHARE_OF_DOWNLOAD = 0.4;
  private static final int MOST_PACKAGES = 12;
  private static final double CHANCE_OF_ANNOUNCEMENT = 0.9;

  /** How much of the time, and of the download, does not depend on the packages. */
  private static final double FIXED_SHARE = 0.5;

  /**
   * What a plugin's runs are like.
   *
   * @param share how often a run includes it
   * @param baseSeconds typical elapsed time
   * @param trend growth of the elapsed time over the year, as a share of the base
   * @param season rise and fall over the week, as a share of the base
   * @param noise standard deviation of the logarithm of the elapsed time
   * @param downloadMebibytes typical download
   */
  private record Habit(
      String plugin,
      double share,
      double baseSeconds,
      double trend,
      double season,
      double noise,
      double downloadMebibytes) {}

  private static final List<Habit> HABITS =
      List.of(
          new Habit("apt", 1.0, 62, 0.25, 0.15, 0.25, 48),
          new Habit("flatpak", 0.6, 38, 0.0, 0.1, 0.4, 95),
          new Habit("pipx", 0.45, 14, 0.4, 0.0, 0.2, 6),
          new Habit("snap", 0.35, 25, 0.0, 0.0, 0.25, 70));

  private final RandomGenerator random;

  SyntheticHistory(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The runs of the year, oldest first, with all that was measured. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    Instant start = BEGIN;
    while (start.isBefore(BEGIN.plus(YEAR))) {
      runs.add(run(start));
      start = start.plus(gap());
    }
    return runs;
  }

  private Duration gap() {
    int days = 1 + random.nextInt(LONGEST_GAP_DAYS);
    if (random.nextDouble() < CHANCE_OF_ABSENCE) {
      days += ABSENCE_DAYS;
    }
    return Duration.ofDays(days).plusMinutes(random.nextInt(-90, 90));
  }

  private Run run(Instant start) {
    RunId runId = new RunId(nextUuid());
    List<PluginExecution> executions = new ArrayList<>();
    Instant next = start;
    for (Habit habit : HABITS) {
      if (random.nextDouble() < habit.share()) {
        PluginExecution execution = execution(runId, habit, next);
        executions.add(execution);
        next = execution.endTime() == null ? next : execution.endTime();
      }
    }
    return new Run(runId, start, next, HOSTNAME, null, null, executions, null);
  }

  private PluginExecution execution(RunId runId, Habit habit, Instant start) {
    ExecutionId id = new ExecutionId(nextUuid());
    boolean failed = random.nextDouble() < CHANCE_OF_FAILURE;
    int packages = 1 + random.nextInt(MOST_PACKAGES);
    double work = FIXED_SHARE + (1 - FIXED_SHARE) * 2 * packages / (MOST_PACKAGES + 1);
    double seconds = seconds(habit, start) * work * (failed ? random.nextDouble() : 1);
    List<StepMetrics> steps = steps(id, habit, start, seconds, work);
    Instant end = steps.get(steps.size() - 1).endTime();
    return PluginExecution.builder(
            id,
            runId,
            new PluginName(habit.plugin()),
            failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS)
        .times(start, end)
        .packages(failed ? 0 : packages, 400)
        .errorMessage(failed ? "the mirror did not answer" : null)
        .exitCode(failed ? 100 : 0)
        .steps(steps)
        .estimates(announcements(id, packages))
        .build();
  }

  private List<Estimate> announcements(ExecutionId id, int packages) {
    return random.nextDouble() < CHANCE_OF_ANNOUNCEMENT
        ? List.of(
            new Estimate(id, 0, StepPhase.EXECUTE, null, null, null, null, packages, null, null))
        : List.of();
  }

  private double seconds(Habit habit, Instant start) {
    double year = (double) Duration.between(BEGIN, start).toSeconds() / YEAR.toSeconds();
    DayOfWeek day = start.atZone(ZoneOffset.UTC).getDayOfWeek();
    double season = Math.sin(2 * Math.PI * day.getValue() / DayOfWeek.values().length);
    double level = habit.baseSeconds() * (1 + habit.trend() * year + habit.season() * season);
    return Math.max(1, level * Math.exp(habit.noise() * random.nextGaussian()));
  }

  private List<StepMetrics> steps(
      ExecutionId id, Habit habit, Instant start, double seconds, double work) {
    double download =
        habit.downloadMebibytes() * MEBI * work * Math.exp(0.3 * random.nextGaussian());
    ResourceUsage.Builder fetched =
        usage(seconds * SHARE_OF_DOWNLOAD, 0.15, 40).downloadSizeBytes(Math.round(download));
    ResourceUsage.Builder installed = usage(seconds * (1 - SHARE_OF_DOWNLOAD), 0.6, 110);
    Instant between = start.plus(micros(seconds * SHARE_OF_DOWNLOAD), ChronoUnit.MICROS);
    Instant end = start.plus(micros(seconds), ChronoUnit.MICROS);
    return List.of(
        new StepMetrics(
            id, 0, "download", StepPhase.DOWNLOAD, start, between, fetched.build(), null),
        new StepMetrics(id, 1, "update", StepPhase.EXECUTE, between, end, installed.build(), null));
  }

  private ResourceUsage.Builder usage(double seconds, double cpuShare, double mebibytes) {
    double cpu = seconds * cpuShare * (0.8 + 0.4 * random.nextDouble());
    double memory = mebibytes * MEBI * (1 + 0.5 * random.nextDouble());
    return ResourceUsage.builder()
        .wallClockSeconds(seconds)
        .cpuSeconds(0.8 * cpu, 0.2 * cpu)
        .memoryBytes(Math.round(memory), null);
  }

  private static long micros(double seconds) {
    return Math.round(seconds * 1e6);
  }

  private UUID nextUuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
