package org.updateall.adapters.duckdb;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.retrieval.Measure;
import org.updateall.domain.retrieval.PeriodLength;

/** Runs and questions by chance: every field absent now and then, hostile names, many ties. */
final class RandomHistory {

  private static final List<String> PLUGINS =
      List.of(
          "apt", "Apt", "it's", "a\"b", "%_\\", "数据 😀", "\uFF5E", "a,b;--", ":name", "<measure>");
  private static final List<String> HOSTS = List.of("atlas", "zeus", "näher", "' OR 1=1 --");
  private static final List<String> STEPS = List.of("update", "it's", ":phase", "数据");

  /** Around the clock changes of several zones, and across a turn of the year. */
  private static final List<String> MOMENTS =
      List.of(
          "2026-03-29T01:00:00Z",
          "2026-10-25T01:00:00Z",
          "2026-04-04T15:00:00Z",
          "2026-10-03T15:30:00Z",
          "2026-11-01T04:30:00Z",
          "2025-12-31T23:00:00Z",
          "1996-10-27T02:31:00Z");

  private final SplittableRandom random;

  RandomHistory(long seed) {
    this.random = new SplittableRandom(seed);
  }

  List<Run> runs(int count) {
    return IntStream.range(0, count).mapToObj(number -> run()).toList();
  }

  /** Everything, or part of it; now and then a part that holds nothing. */
  HistoryFilter filter() {
    Instant one = moment();
    Instant other = moment();
    return new HistoryFilter(
        some(PLUGINS, PluginName::new),
        random.nextInt(3) == 0 ? HostScope.only(pick(HOSTS)) : HostScope.everyHost(),
        random.nextInt(3) == 0 ? pick(List.of(StepPhase.values())) : null,
        some(List.copyOf(EnumSet.allOf(ExecutionStatus.class)), status -> status),
        random.nextInt(3) == 0 ? (one.isBefore(other) ? one : other) : null,
        random.nextInt(3) == 0 ? (one.isBefore(other) ? other : one) : null);
  }

  Measure measure() {
    return pick(List.of(Measure.values()));
  }

  PeriodLength periodLength() {
    return pick(List.of(PeriodLength.values()));
  }

  @Nullable String stepName() {
    return optional(() -> pick(STEPS));
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T, R> Set<R> some(List<T> choices, Function<T, R> word) {
    Set<R> chosen = new HashSet<>();
    if (random.nextInt(3) == 0) {
      chosen.add(word.apply(pick(choices)));
      chosen.add(word.apply(pick(choices)));
    }
    return chosen;
  }

  private Run run() {
    RunId runId = new RunId(uuid());
    Instant start = moment();
    List<PluginExecution> executions = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      executions.add(execution(runId));
    }
    return new Run(
        runId, start, optional(() -> later(start)), pick(HOSTS), null, null, executions, null);
  }

  private PluginExecution execution(RunId runId) {
    ExecutionId id = new ExecutionId(uuid());
    Instant start = optional(this::moment);
    Instant end = start == null ? optional(this::moment) : optional(() -> later(start));
    return PluginExecution.builder(
            id, runId, new PluginName(pick(PLUGINS)), pick(List.of(ExecutionStatus.values())))
        .times(start, end)
        .packages(optional(() -> random.nextInt(3)), optional(() -> random.nextInt(1000)))
        .errorMessage(optional(() -> "no '" + pick(PLUGINS)))
        .exitCode(optional(() -> random.nextInt(256)))
        .steps(ordinals(5).mapToObj(ordinal -> step(id, ordinal)).toList())
        .estimates(ordinals(5).mapToObj(ordinal -> estimate(id, ordinal)).toList())
        .build();
  }

  private StepMetrics step(ExecutionId id, int ordinal) {
    Instant start = optional(this::moment);
    Instant end = start == null ? null : optional(() -> later(start));
    return new StepMetrics(
        id, ordinal, pick(STEPS), pick(List.of(StepPhase.values())), start, end, usage(), null);
  }

  private ResourceUsage usage() {
    return new ResourceUsage(
        optional(this::seconds),
        optional(this::seconds),
        optional(this::seconds),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes),
        optional(this::bytes));
  }

  private Estimate estimate(ExecutionId id, int ordinal) {
    return new Estimate(
        id,
        ordinal,
        pick(List.of(StepPhase.values())),
        optional(this::bytes),
        optional(this::seconds),
        optional(this::seconds),
        optional(this::bytes),
        optional(() -> random.nextInt(20)),
        optional(() -> random.nextInt(101) / 100.0),
        null);
  }

  /** Ascending, with gaps. */
  private IntStream ordinals(int limit) {
    return IntStream.range(0, limit).filter(ordinal -> random.nextInt(2) == 0);
  }

  private <T> @Nullable T optional(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }

  /** Often 0, seldom the greatest. */
  private double seconds() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> random.nextDouble() * 1e9;
      default -> random.nextInt(100_000) / 1000.0;
    };
  }

  private long bytes() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> random.nextLong(1L << 53);
      default -> random.nextLong(1L << 30);
    };
  }

  private Instant moment() {
    return Instant.parse(pick(MOMENTS)).plus(random.nextInt(-600, 600) * 5L, ChronoUnit.MINUTES);
  }

  private Instant later(Instant start) {
    return start.plus(Duration.ofMillis(random.nextInt(5_000_000)));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
