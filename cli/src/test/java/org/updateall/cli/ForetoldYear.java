package org.updateall.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.Settings;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepMetrics;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.ledger.ForetoldRun;
import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.QuantileOutline;
import org.updateall.domain.ledger.RecordedPrediction;

/**
 * A made-up year of daily runs of which everything was measured, and foretold by whoever knows how
 * they come about: for benchmarks, and for pictures.
 *
 * <p>Levels walk slowly, and each run lies about its level as a lognormal value does.
 */
final class ForetoldYear {

  private static final int DAYS = 365;
  private static final double WALK = 0.03;
  private static final double SPREAD = 0.35;
  private static final double FAILURES = 0.015;
  private static final List<String> NAMES =
      List.of("apt", "flatpak", "snap", "npm", "pipx", "cargo", "rustup");

  private final Random random = new Random(2026);
  private final TimeOrderedIds ids;
  private final Instant begin;
  private final double[] levels;

  private ForetoldYear(int plugins, Instant begin) {
    this.begin = begin;
    this.ids = new TimeOrderedIds(Clock.fixed(begin, ZoneOffset.UTC), random);
    this.levels = new double[plugins];
    Arrays.setAll(levels, plugin -> Math.log(8 + 60 * random.nextDouble()));
  }

  /**
   * Makes a database.
   *
   * @param words the file, and how many plugins there are
   */
  public static void main(String[] words) {
    Instant now = Instant.now();
    write(Path.of(words[0]), Integer.parseInt(words[1]), DAYS, now.minus(Duration.ofDays(DAYS)));
  }

  /** So many plugins for so many days that begin then. */
  static void write(Path database, int plugins, int days, Instant begin) {
    ForetoldYear year = new ForetoldYear(plugins, begin);
    Opened opened = new Opened();
    Settings settings = Settings.of(database).withHostname("workstation");
    try (UpdateAll updateAll = UpdateAll.open(settings, opened)) {
      PredictionLedger ledger = opened.ledger();
      List<Run> runs = new ArrayList<>();
      for (int day = 0; day < days; day++) {
        runs.add(year.day(day, ledger));
      }
      updateAll.recordAll(runs.iterator());
    }
  }

  /** Hands out the ledger of the history that is opened with it. */
  private static final class Opened extends AbstractModule {

    @Inject private @Nullable PredictionLedger ledger;

    @Override
    protected void configure() {
      requestInjection(this);
    }

    PredictionLedger ledger() {
      if (ledger == null) {
        throw new IllegalStateException("nothing is opened");
      }
      return ledger;
    }
  }

  private Run day(int day, PredictionLedger ledger) {
    Instant start = begin.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(7200));
    RunId runId = ids.nextRunId();
    List<RecordedPrediction> foretold = new ArrayList<>();
    List<PluginExecution> executions = new ArrayList<>();
    Instant now = start;
    for (int plugin = 0; plugin < levels.length; plugin++) {
      PluginName name = name(plugin);
      for (Target target : Target.values()) {
        foretold.add(prediction(name, target, levels[plugin] + offset(target)));
      }
      PluginExecution execution = execution(runId, name, now, levels[plugin]);
      executions.add(execution);
      now = now.plusSeconds(1 + (long) Math.exp(levels[plugin]));
      levels[plugin] += WALK * random.nextGaussian();
    }
    ledger.enter(new ForetoldRun(runId, start.minusSeconds(1), foretold));
    return new Run(runId, start, now, "workstation", "ada", null, executions, null);
  }

  private PluginName name(int plugin) {
    return new PluginName(plugin < NAMES.size() ? NAMES.get(plugin) : "plugin-" + plugin);
  }

  private PluginExecution execution(RunId runId, PluginName name, Instant start, double level) {
    ExecutionId id = ids.nextExecutionId();
    boolean fails = random.nextDouble() < FAILURES;
    double seconds = value(level, Target.WALL_CLOCK);
    Instant end = start.plusMillis((long) (1000 * seconds));
    ResourceUsage usage =
        ResourceUsage.builder()
            .wallClockSeconds(seconds)
            .cpuSeconds(value(level, Target.CPU_TIME), 0.0)
            .memoryBytes((long) value(level, Target.MEMORY_PEAK), null)
            .downloadSizeBytes((long) value(level, Target.DOWNLOAD_SIZE))
            .build();
    return PluginExecution.builder(
            id, runId, name, fails ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS)
        .times(start, end)
        .packages(random.nextInt(20), 900)
        .exitCode(fails ? 100 : 0)
        .errorMessage(fails ? "Could not resolve the mirror's name" : null)
        .steps(
            List.of(new StepMetrics(id, 0, "update", StepPhase.EXECUTE, start, end, usage, null)))
        .build();
  }

  private double value(double level, Target target) {
    return Math.exp(level + offset(target) + SPREAD * random.nextGaussian());
  }

  /** From the logarithm of seconds to that of what the target is counted in. */
  private static double offset(Target target) {
    return switch (target) {
      case WALL_CLOCK -> 0;
      case CPU_TIME -> Math.log(0.4);
      case MEMORY_PEAK -> Math.log(6e6);
      case DOWNLOAD_SIZE -> Math.log(1.5e6);
    };
  }

  private static RecordedPrediction prediction(PluginName plugin, Target target, double level) {
    NormalDistribution believed = new NormalDistribution(level, SPREAD);
    PredictiveDistribution distribution =
        PredictiveDistribution.of(
            Arrays.stream(PredictiveDistribution.levels())
                .map(share -> Math.exp(believed.inverseCumulativeProbability(share)))
                .toArray());
    return new RecordedPrediction(
        plugin,
        target,
        distribution.median(),
        distribution.interval(PredictionInterval.DEFAULT_LEVEL),
        QuantileOutline.of(distribution),
        Basis.MODEL,
        IntervalBasis.OWN,
        "pool",
        100,
        90);
  }
}
