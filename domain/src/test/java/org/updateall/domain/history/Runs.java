package org.updateall.domain.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Runs, executions and steps for tests: plain ones to build upon, and two extremes. */
public final class Runs {

  /** When a run begins of which nothing else is said. */
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private Runs() {}

  /** The identity of that number; greater numbers make greater identities. */
  public static RunId id(int number) {
    return new RunId(new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L));
  }

  /** Run number 1, begun at {@link #NOON}, ended a minute later, without executions. */
  public static RunBuilder run() {
    return new RunBuilder();
  }

  /** The run of that number. */
  public static RunBuilder run(int number) {
    return new RunBuilder().number(number);
  }

  /** A successful execution of that plugin, without times, counts or steps. */
  public static ExecutionBuilder execution(String plugin) {
    return new ExecutionBuilder(plugin);
  }

  /** A step of phase EXECUTE, without times or figures. */
  public static StepBuilder step(String name) {
    return new StepBuilder(name);
  }

  /** An announcement of that ordinal for that phase, without figures. */
  public static AnnouncementBuilder announcement(int ordinal, StepPhase phase) {
    return new AnnouncementBuilder(ordinal, phase);
  }

  /** A successful execution with one step of that many seconds. */
  public static ExecutionBuilder execution(String plugin, double seconds) {
    return execution(plugin).with(step("update").lasting(seconds));
  }

  /** That many runs of one execution and one step each, an hour apart, oldest first. */
  public static List<Run> many(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Runs::hourly).toList();
  }

  /** A run in which every field has a value, and no two fields have the same. */
  public static Run complete() {
    return run()
        .startingAt("2026-01-05T12:00:00.000001Z")
        .endingAt("2026-01-05T12:34:56.789012Z")
        .on("workstation")
        .by("ada")
        .withConfiguration("sha256:0f3a")
        .executing(completeExecution(), execution("cargo").ending(ExecutionStatus.SKIPPED))
        .build();
  }

  /** A run in which nothing is known that need not be. */
  public static Run sparse() {
    return run()
        .unended()
        .executing(execution("apt").ending(ExecutionStatus.PENDING).with(step("update")))
        .build();
  }

  private static Run hourly(int number) {
    return run(number)
        .startingAt(NOON.plus(Duration.ofHours(number)))
        .executing(execution("apt", number))
        .build();
  }

  private static ExecutionBuilder completeExecution() {
    return execution("apt")
        .ending(ExecutionStatus.FAILED)
        .startingAt("2026-01-05T12:00:01.000002Z")
        .endingAt("2026-01-05T12:10:02.000003Z")
        .updating(17, 2345)
        .failingWith("E: could not fetch\nthe list", 100)
        .knownFrom(new Provenance("apt+dpkg", Coverage.INSTALL, true))
        .with(
            step("refresh").in(StepPhase.CHECK).lasting(1.25),
            completeStep(),
            step("upgrade").ordinal(5).lasting(0.1))
        .announcing(
            new Estimate(
                ExecutionBuilder.PLACEHOLDER,
                0,
                StepPhase.DOWNLOAD,
                1_000_001L,
                2.5,
                3.5,
                1_000_002L,
                18,
                0.75,
                null),
            new Estimate(
                ExecutionBuilder.PLACEHOLDER,
                3,
                StepPhase.EXECUTE,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  private static StepBuilder completeStep() {
    return step("download")
        .in(StepPhase.DOWNLOAD)
        .startingAt("2026-01-05T12:01:00.000004Z")
        .endingAt("2026-01-05T12:02:00.000005Z")
        .using(
            ResourceUsage.builder()
                .wallClockSeconds(60.000001)
                .cpuSeconds(1.5, 0.25)
                .memoryBytes(104_857_600L, 52_428_800L)
                .ioBytes(11L, 12L)
                .ioOperations(13L, 14L)
                .networkBytes(15L, 16L)
                .downloadSizeBytes(17L)
                .build());
  }
}
