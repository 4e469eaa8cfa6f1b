package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;

/**
 * A host whose update is planned.
 *
 * @param name its name
 * @param totals what its plugins come to, one after another; a target of which nothing is known is
 *     left out
 */
public record ParkHost(String name, Map<Target, PredictiveDistribution> totals) {

  public ParkHost {
    requireNonNull(name, "name");
    totals = Map.copyOf(totals);
  }

  public Option<PredictiveDistribution> total(Target target) {
    return Option.of(totals.get(target));
  }
}
