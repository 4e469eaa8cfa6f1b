package org.updateall.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What is measured, and for how long. */
final class Plan {
  /** A fork for each measurement, and the lengths that the targets speak of. */
  static final Plan SHORT =
      new Plan("short", 1, 2, 3, 400, List.of("365"), List.of("30", "365", "2000"));

  /** Two forks, and all lengths. */
  static final Plan FULL =
      new Plan("full", 2, 3, 5, 1000, List.of("100", "365"), List.of("30", "100", "365", "2000"));

  private static final List<String> FAMILIES =
      Forecasters.trainer().families().stream().filter(name -> !name.equals("pool")).toList();

  private final String title;
  private final int forks;
  private final int warmUps;
  private final int iterations;
  private final int millis;
  private final List<String> pointsOfFamilies;
  private final List<String> points;

  private Plan(
      String title,
      int forks,
      int warmUps,
      int iterations,
      int millis,
      List<String> pointsOfFamilies,
      List<String> points) {
    this.title = title;
    this.forks = forks;
    this.warmUps = warmUps;
    this.iterations = iterations;
    this.millis = millis;
    this.pointsOfFamilies = pointsOfFamilies;
    this.points = points;
  }

  String title() {
    return title;
  }

  List<Options> parts() {
    List<Options> parts = new ArrayList<>();
    parts.add(
        options(TrainingTimes.class).param("model", "pool").param("points", texts(points)).build());
    parts.add(
        options(TrainingTimes.class)
            .param("model", texts(FAMILIES))
            .param("points", texts(pointsOfFamilies))
            .build());
    parts.add(options(PluginTrainingTimes.class).build());
    parts.add(options(KeptModelTimes.class).param("points", texts(points)).build());
    parts.add(options(OnlineTimes.class).param("points", texts(pointsOfFamilies)).build());
    parts.add(options(TotalTimes.class).build());
    parts.add(options(StoreTimes.class).build());
    return parts;
  }

  private ChainedOptionsBuilder options(Class<?> benchmarks) {
    return new OptionsBuilder()
        .include("\\." + benchmarks.getSimpleName() + "\\.")
        .mode(Mode.SampleTime)
        .timeUnit(TimeUnit.MILLISECONDS)
        .threads(1)
        .forks(forks)
        .warmupIterations(warmUps)
        .warmupTime(TimeValue.milliseconds(2L * millis))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.milliseconds(millis))
        .addProfiler(WorkerTime.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL);
  }

  private static String[] texts(List<String> values) {
    return values.toArray(String[]::new);
  }
}
