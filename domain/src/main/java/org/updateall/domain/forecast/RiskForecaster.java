package org.updateall.domain.forecast;

import java.util.List;

/**
 * Port: says how likely the next attempt of each plugin is to fail. Deterministic, and safe for use
 * by several threads.
 *
 * <p>Recent attempts weigh more than old ones. What is known of a plugin is drawn towards what is
 * usual with the others, the more so the fewer attempts it has, so that no probability is ever 0 or
 * 1 and a plugin without attempts is taken for a usual one.
 */
public interface RiskForecaster {

  /**
   * The risk of each plugin, in their order, which makes no other difference.
   *
   * @param plugins how the attempts of every plugin ended that is to be learned from
   * @param level of the credible intervals, between 0 and 1; those of a greater level contain those
   *     of a lesser
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  List<OutcomeRisk> risks(List<PluginOutcomes> plugins, double level);
}
