package org.updateall.domain.fleet;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;

/** Forecasts of a fleet for tests. */
public final class Forecasts {

  /** When every last run was. */
  public static final Instant LAST = Instant.parse("2026-11-03T04:05:06.123456Z");

  private Forecasts() {}

  /** Of a medium debian-12: every value of 10 % around the point is as likely. */
  public static FleetForecast around(double point, String host, String plugin, Target target) {
    return of(host, "debian-12", "medium", plugin, target, point, 30, "model");
  }

  public static FleetForecast of(
      String host,
      String system,
      String size,
      String plugin,
      Target target,
      double point,
      int runs,
      String basis) {
    PredictiveDistribution distribution = ParkHosts.uniform(0.9 * point, 1.1 * point);
    List<Double> quantiles = Arrays.stream(distribution.quantiles()).boxed().toList();
    return new FleetForecast(
        host,
        system,
        size,
        plugin,
        target.wireName(),
        runs,
        runs == 0 ? null : LAST,
        runs == 0 ? null : point,
        basis,
        basis.equals("model") ? "pool" : null,
        distribution.median(),
        distribution.interval(0.9).lower(),
        distribution.interval(0.9).upper(),
        0.9,
        quantiles);
  }
}
