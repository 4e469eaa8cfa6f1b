package org.updateall.domain.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Series to forecast. */
public final class ObservedSeriesFixture {

  private ObservedSeriesFixture() {}

  /** These values, a day apart. */
  public static ObservedSeries of(String name, double... values) {
    return spaced(name, Duration.ofDays(1), values);
  }

  /** These values, all of the same time. */
  public static ObservedSeries atOnce(String name, double... values) {
    return spaced(name, Duration.ZERO, values);
  }

  /** As many values about 60, multiplied by noise, the same each time. */
  public static ObservedSeries noisy(String name, int size) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = 60 * Math.exp(0.3 * random.nextGaussian());
    }
    return of(name, values);
  }

  /** The first values of a series. */
  public static ObservedSeries first(int size, ObservedSeries series) {
    return new ObservedSeries(series.name(), series.observations().subList(0, size));
  }

  private static ObservedSeries spaced(String name, Duration gap, double... values) {
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      observations.add(new Observation(SeriesFixture.FIRST.plus(gap.multipliedBy(i)), values[i]));
    }
    return new ObservedSeries(name, observations);
  }
}
