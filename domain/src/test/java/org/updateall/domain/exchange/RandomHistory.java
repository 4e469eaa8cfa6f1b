package org.updateall.domain.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.ModelProvenance;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TrainedModel;
import org.updateall.domain.history.Estimate;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;

/** Runs and models that a seed decides, full of what formats of files stumble over. */
public final class RandomHistory {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ",",
          "\"",
          "\"\"",
          "a\"b,c",
          "line\nbreak",
          "line\r\nbreak\r",
          "\n",
          "NULL",
          "null",
          "\\N",
          "\\",
          "'; DROP TABLE runs; --",
          "=1+1",
          "nul\u0000and\u0001and\u001f",
          "\ufeffmark",
          "\u2028\u2029",
          "Ünïcödé ﷽ 日本語 𝒳😀",
          "שלום \u202e",
          "0042",
          "1e5");

  private static final List<String> NAMES =
      List.of(
          "apt", "snap", "npm, global", "\"cargo\"", "日本語", "😀 brew", "NULL", "a'b", "-", "été");

  private static final double[] SECONDS = {
    0, -0.0, 1.0 / 3, 0.1 + 0.2, 1e-308, Double.MIN_VALUE, 1e12, 123456.789, 4.35
  };

  private static final List<Instant> TIMES =
      List.of(
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2024-11-03T05:30:00.000001Z"),
          Instant.parse("2024-11-03T06:30:00Z"),
          Instant.parse("2026-03-08T07:15:00Z"),
          Instant.parse("2026-10-25T00:59:59.5Z"),
          Instant.parse("9999-12-31T23:59:59.999999Z"));

  private final Random random;

  public RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  /** That many runs, no two of one identity. */
  public List<Run> runs(int count) {
    return IntStream.range(0, count).mapToObj(number -> run()).toList();
  }

  /** A model of each target of some plugins, on all hosts and on one. */
  public List<TrainedModel> models() {
    List<TrainedModel> models = new ArrayList<>();
    for (String plugin : NAMES.subList(0, 3)) {
      for (Target target : Target.values()) {
        models.add(model(new SeriesKey(new PluginName(plugin), HostScope.everyHost(), target)));
        models.add(model(new SeriesKey(new PluginName(plugin), HostScope.only("host"), target)));
      }
    }
    return models;
  }

  private Run run() {
    RunId runId = new RunId(id());
    Instant start = time();
    return new Run(
        runId,
        start,
        perhaps(() -> after(start)),
        oneOf(NAMES),
        perhaps(this::text),
        perhaps(this::text),
        IntStream.range(0, random.nextInt(4)).mapToObj(number -> execution(runId)).toList(),
        perhaps(this::time));
  }

  private PluginExecution execution(RunId runId) {
    ExecutionId executionId = new ExecutionId(id());
    Instant start = perhaps(this::time);
    return PluginExecution.builder(
            executionId,
            runId,
            new PluginName(oneOf(NAMES)),
            oneOf(List.of(ExecutionStatus.values())))
        .times(start, start == null ? perhaps(this::time) : perhaps(() -> after(start)))
        .packages(perhaps(this::count), perhaps(this::count))
        .errorMessage(perhaps(this::text))
        .exitCode(perhaps(random::nextInt))
        .steps(ordinals().mapToObj(ordinal -> step(executionId, ordinal)).toList())
        .estimates(ordinals().mapToObj(ordinal -> estimate(executionId, ordinal)).toList())
        .createdAt(perhaps(this::time))
        .build();
  }

  /** Ascending, with gaps. */
  private IntStream ordinals() {
    return IntStream.range(0, 4).filter(ordinal -> random.nextBoolean());
  }

  private StepMetrics step(ExecutionId executionId, int ordinal) {
    Instant start = perhaps(this::time);
    return new StepMetrics(
        executionId,
        ordinal,
        oneOf(NAMES),
        oneOf(List.of(StepPhase.values())),
        start,
        start == null ? null : perhaps(() -> after(start)),
        usage(),
        perhaps(this::time));
  }

  private ResourceUsage usage() {
    return ResourceUsage.builder()
        .wallClockSeconds(perhaps(this::seconds))
        .cpuSeconds(perhaps(this::seconds), perhaps(this::seconds))
        .memoryBytes(perhaps(this::bytes), perhaps(this::bytes))
        .ioBytes(perhaps(this::bytes), perhaps(this::bytes))
        .ioOperations(perhaps(this::bytes), perhaps(this::bytes))
        .networkBytes(perhaps(this::bytes), perhaps(this::bytes))
        .downloadSizeBytes(perhaps(() -> bytes() >> 3))
        .build();
  }

  private Estimate estimate(ExecutionId executionId, int ordinal) {
    return new Estimate(
        executionId,
        ordinal,
        oneOf(List.of(StepPhase.values())),
        perhaps(this::bytes),
        perhaps(this::seconds),
        perhaps(this::seconds),
        perhaps(this::bytes),
        perhaps(this::count),
        perhaps(random::nextDouble),
        perhaps(this::time));
  }

  private TrainedModel model(SeriesKey key) {
    return new TrainedModel(
        key,
        new ModelProvenance(text(), text(), text(), count(), time(), text(), time()),
        text() + oneOf(NAMES));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String text() {
    return oneOf(TEXTS) + (random.nextBoolean() ? "" : oneOf(TEXTS));
  }

  private Instant time() {
    return random.nextBoolean()
        ? oneOf(TIMES)
        : Instant.EPOCH.plus(random.nextLong(2_000_000_000_000_000L), ChronoUnit.MICROS);
  }

  private Instant after(Instant start) {
    Instant latest = TIMES.get(TIMES.size() - 1);
    Instant end = start.plus(random.nextInt(100_000_000), ChronoUnit.MICROS);
    return end.isAfter(latest) ? latest : end;
  }

  private int count() {
    return random.nextBoolean() ? random.nextInt(1000) : Integer.MAX_VALUE;
  }

  private long bytes() {
    return random.nextBoolean() ? Long.MAX_VALUE : random.nextLong() >>> random.nextInt(1, 60);
  }

  private double seconds() {
    return random.nextBoolean()
        ? SECONDS[random.nextInt(SECONDS.length)]
        : random.nextDouble() * 1000;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> @Nullable T perhaps(Supplier<T> value) {
    return random.nextInt(4) == 0 ? null : value.get();
  }
}
