package org.updateall.domain.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs of 30 plugins with three steps each, of which everything is measured, as live runs are: the
 * figures differ from run to run, to the microsecond and the byte.
 */
public final class MeteredRuns {

  public static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  public static final int STEPS_PER_RUN = 90;

  private static final int PLUGINS = 30;
  private static final List<String> NAMES = List.of("check", "download", "update");
  private static final List<StepPhase> PHASES = List.of(StepPhase.values());

  private MeteredRuns() {}

  /** Runs without end that begin so far apart, the same each time. */
  public static Stream<Run> every(Duration apart) {
    Random random = new Random(7);
    TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(FIRST, ZoneOffset.UTC), random);
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> run(ids, FIRST.plus(apart.multipliedBy(i)), random));
  }

  private static Run run(TimeOrderedIds ids, Instant start, Random random) {
    RunId runId = ids.nextRunId();
    List<PluginExecution> executions = new ArrayList<>(PLUGINS);
    for (int plugin = 0; plugin < PLUGINS; plugin++) {
      executions.add(execution(runId, ids.nextExecutionId(), plugin, start, random));
    }
    return new Run(
        runId, start, start.plusSeconds(900), "workstation", "ada", "1f", executions, null);
  }

  private static PluginExecution execution(
      RunId runId, ExecutionId id, int plugin, Instant runStart, Random random) {
    Instant start = runStart.plusSeconds(30L * plugin);
    List<StepMetrics> steps = new ArrayList<>(PHASES.size());
    for (int step = 0; step < PHASES.size(); step++) {
      Instant begin = start.plusSeconds(10L * step);
      steps.add(
          new StepMetrics(
              id,
              step,
              NAMES.get(step),
              PHASES.get(step),
              begin,
              begin.plusNanos(1000L * random.nextInt(9_000_000)),
              usage(random),
              null));
    }
    return PluginExecution.builder(
            id, runId, new PluginName("plugin-" + plugin), ExecutionStatus.SUCCESS)
        .times(start, start.plusSeconds(29))
        .packages(random.nextInt(40), 1_000)
        .exitCode(0)
        .steps(steps)
        .build();
  }

  private static ResourceUsage usage(Random random) {
    return ResourceUsage.builder()
        .wallClockSeconds(random.nextInt(60_000) / 1000.0)
        .cpuSeconds(random.nextInt(30_000) / 1000.0, random.nextInt(3_000) / 1000.0)
        .memoryBytes(1L << 27 | random.nextInt(1 << 26), 1L << 26 | random.nextInt(1 << 25))
        .ioBytes((long) random.nextInt(1 << 28), (long) random.nextInt(1 << 28))
        .ioOperations((long) random.nextInt(10_000), (long) random.nextInt(10_000))
        .networkBytes((long) random.nextInt(1 << 28), (long) random.nextInt(1 << 20))
        .downloadSizeBytes((long) random.nextInt(1 << 28))
        .build();
  }
}
