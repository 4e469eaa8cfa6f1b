package org.updateall.domain.fleet;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.Map;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/**
 * What a fleet says of its new hosts.
 *
 * @param asOf when the newest execution began that it was learned from
 * @param priors by the kind of series
 */
public record PriorTable(Instant asOf, Map<PriorClass, PooledPrior> priors) {

  private static final PriorTable NONE = new PriorTable(Instant.EPOCH, Map.of());

  public PriorTable {
    requireNonNull(asOf, "asOf");
    priors = Map.copyOf(priors);
  }

  /** Of no fleet. */
  public static PriorTable none() {
    return NONE;
  }

  /**
   * That of the narrowest kind of that very plugin that there is one of. What other plugins took
   * says less of a plugin than what comes with this program.
   */
  public Option<PooledPrior> find(PluginName plugin, Target target, HostProfile profile) {
    for (PriorClass each : PriorClass.of(plugin, target, profile)) {
      PooledPrior prior = priors.get(each);
      if (prior != null) {
        return Option.some(prior);
      }
    }
    return Option.none();
  }
}
