package org.updateall.modeling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.SeriesFixture;
import org.updateall.domain.forecast.TrainingSeries;

/** Series whose values depend on what was announced, or on the hour. */
final class Announced {

  private Announced() {}

  /**
   * Runs of two seconds and three for each package, announced before most of them; now and then one
   * has nothing to do, or is cut off.
   */
  static TrainingSeries runs(int count) {
    SplittableRandom random = new SplittableRandom(7);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int packages = i % 8 == 5 ? 0 : random.nextInt(1, 40);
      double seconds = packages == 0 ? 0 : (2 + 3 * packages) * Math.exp(0.1 * noise(random));
      Instant time = SeriesFixture.FIRST.plus(Duration.ofHours(20L * i));
      observations.add(new Observation(time, seconds, known(i, packages), i % 11 == 9));
    }
    return new TrainingSeries(SeriesFixture.KEY, observations, 0);
  }

  private static Covariates known(int index, int packages) {
    return index % 6 == 4
        ? Covariates.NONE
        : Covariates.of(
            Map.of(
                Covariates.PACKAGES, (double) packages, Covariates.DOWNLOAD_BYTES, 3e6 * packages));
  }

  /** Alternating runs of 10 seconds at two and 60 seconds at fourteen o'clock by UTC. */
  static TrainingSeries byNightAndByDay(int days) {
    SplittableRandom random = new SplittableRandom(8);
    List<Observation> observations = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      Instant midnight = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(day));
      if (random.nextInt(3) > 0) {
        observations.add(at(midnight.plus(Duration.ofHours(2)), 10 + 0.3 * noise(random)));
      }
      if (random.nextInt(3) > 0) {
        observations.add(at(midnight.plus(Duration.ofHours(14)), 60 + 2 * noise(random)));
      }
    }
    return new TrainingSeries(SeriesFixture.KEY, observations, 0);
  }

  /** The first of its runs. */
  static TrainingSeries first(int count, TrainingSeries series) {
    return new TrainingSeries(series.key(), series.observations().subList(0, count), 0);
  }

  private static Observation at(Instant time, double value) {
    return new Observation(time, value);
  }

  private static double noise(SplittableRandom random) {
    return random.nextGaussian();
  }
}
