package org.updateall.domain.fleet;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** Forecasts, models and priors to test with. */
public final class FleetResults {

  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.000001Z");

  private FleetResults() {}

  /** A forecast of that host, with quantiles of any size. */
  public static FleetForecast forecast(String host) {
    double[] quantiles = quantiles(host.hashCode());
    return new FleetForecast(
        host,
        "debian-12",
        "small",
        "apt",
        "wall_clock_seconds",
        40,
        NOW.minusSeconds(60),
        Math.PI,
        "model",
        "pool",
        quantiles[quantiles.length / 2],
        quantiles[0],
        quantiles[quantiles.length - 1],
        0.9,
        Arrays.stream(quantiles).boxed().toList());
  }

  /** One that rests on no run and no model. */
  public static FleetForecast withoutRuns(String host) {
    FleetForecast with = forecast(host);
    return new FleetForecast(
        host,
        with.operatingSystem(),
        with.sizeClass(),
        "snap",
        with.target(),
        0,
        null,
        null,
        "prior",
        null,
        with.point(),
        with.lower(),
        with.upper(),
        with.level(),
        with.quantiles());
  }

  /** From the least that a number can say to nearly the greatest, of all digits. */
  private static double[] quantiles(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] quantiles = new double[PredictiveDistribution.levels().length];
    for (int i = 1; i < quantiles.length; i++) {
      quantiles[i] = Math.exp(1400 * random.nextDouble() - 700);
    }
    quantiles[0] = Double.MIN_VALUE;
    Arrays.sort(quantiles);
    return quantiles;
  }

  public static FleetModel model(String host) {
    return new FleetModel(
        "apt",
        host,
        "wall_clock_seconds",
        "pool",
        "weighted",
        "log",
        40,
        NOW.minusSeconds(60),
        "0f" + host.hashCode(),
        NOW,
        "{\"host\": \"" + host + "'s\",\n\"ё\": 🏠}");
  }

  /** Of two kinds. */
  public static PriorTable priors() {
    return new PriorTable(
        NOW,
        Map.of(
            new PriorClass(Target.WALL_CLOCK, null, null, null), new PooledPrior(12, "of all"),
            new PriorClass(Target.WALL_CLOCK, new PluginName("apt"), "debian-12", SizeClass.SMALL),
                new PooledPrior(5, "of few")));
  }

  /** Of one file that was taken, and of one that was not. */
  public static List<PartitionReport> reports() {
    return List.of(
        new PartitionReport("outcomes/month=2026-03/host=a/part.parquet", 40, 0, null),
        new PartitionReport("outcomes/month=2026-03/host=b/part.parquet", 0, 12, "it is \"bad\""));
  }
}
