package org.updateall.domain.fleet;

import io.vavr.control.Option;
import java.util.Collection;
import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.history.PluginName;

/**
 * Port: forecasts what many hosts come to together. Deterministic: the same plan gives the same
 * forecast, in whatever order its hosts are named. Safe for use by several threads.
 *
 * <p>What several hosts take on the same day depends on something common to all, such as the mirror
 * and the packages of that day: of a correlation of 0 none has anything to do with another, of 1
 * all go as well or as badly as each other, and in between the normal scores of any two have that
 * correlation. Plugins of one host depend on one another in the same way.
 */
public interface ParkForecaster {

  /**
   * What the plugins of one host come to one after another. Of one plugin it is its own
   * distribution.
   *
   * @param plugins at least one
   * @param correlation of any two of them, from 0 to 1
   * @throws IllegalArgumentException if there is no plugin, or the correlation is none
   */
  PredictiveDistribution inTurn(
      Map<PluginName, PredictiveDistribution> plugins, double correlation);

  /**
   * The correlation that past days tell of: how much of the variance of what hosts took was common
   * to the hosts of the same day. Few days weigh little against what is assumed.
   *
   * @param assumed the correlation where nothing is known
   */
  double correlation(Collection<HostDay> days, double assumed);

  /**
   * What updating the park will take. The total of one host is its own distribution; elapsed time
   * with as many hosts at a time as there are is that of the slowest, and with one at a time the
   * sum.
   */
  ParkForecast forecast(ParkPlan plan);

  /**
   * How many hosts at a time are enough, at the least, for the park to be done in that time.
   *
   * @param plan whose number of hosts at a time does not matter
   * @param seconds what {@link ParkForecast#totals()} is to stay at or below
   * @param probability with this probability, between 0 and 1
   * @return none if not even all at once are enough, or there is no host
   */
  Option<Integer> enoughAtATime(ParkPlan plan, double seconds, double probability);
}
