package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.updateall.domain.forecast.Target;

/**
 * What updating a whole park will take.
 *
 * @param atATime how many hosts at a time
 * @param order in which they begin
 * @param correlation as {@link ParkPlan#correlation()}
 * @param totals elapsed time from the begin of the first host to the end of the last one, CPU time
 *     and downloads of all hosts together; a target of which nothing is known of any host is left
 *     out, and so is memory, which is not shared between hosts
 * @param waves in their order
 * @param hosts those of which elapsed time is known, in the order in which they begin
 * @param missing the others, by name
 */
public record ParkForecast(
    int atATime,
    HostOrder order,
    double correlation,
    Map<Target, ParkTotal> totals,
    List<ParkWave> waves,
    List<HostStanding> hosts,
    List<String> missing) {

  public ParkForecast {
    requireNonNull(order, "order");
    totals = Map.copyOf(totals);
    waves = List.copyOf(waves);
    hosts = List.copyOf(hosts);
    missing = List.copyOf(missing);
  }

  public Option<ParkTotal> total(Target target) {
    return Option.of(totals.get(target));
  }
}
