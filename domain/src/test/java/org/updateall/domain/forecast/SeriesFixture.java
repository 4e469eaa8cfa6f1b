package org.updateall.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/** Series to train on. */
public final class SeriesFixture {

  public static final Instant FIRST = Instant.parse("2026-01-01T06:00:00Z");
  public static final SeriesKey KEY =
      new SeriesKey(new PluginName("apt"), HostScope.only("atlas"), Target.WALL_CLOCK);

  private SeriesFixture() {}

  /** These values, a day apart. */
  public static TrainingSeries of(double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      observations.add(new Observation(FIRST.plus(Duration.ofDays(i)), values[i]));
    }
    return new TrainingSeries(KEY, observations, 0);
  }

  /** As many values about 60, multiplied by noise, the same each time. */
  public static TrainingSeries noisy(int size) {
    SplittableRandom random = new SplittableRandom(size);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = 60 * Math.exp(0.3 * random.nextGaussian());
    }
    return of(values);
  }
}
