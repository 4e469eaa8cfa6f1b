package org.updateall.domain.progress;

/**
 * What will be left of one run, whatever state it comes to. The same state gives the same answer,
 * in whatever order plugins are named; a state that differs only by time that has passed gives one
 * that differs by that and not by chance. Safe for several threads.
 */
public interface RemainingTimeForecast {

  /**
   * What is left in that state.
   *
   * <ul>
   *   <li>What runs has some time left, at every level; what is over has none, and a run of which
   *       everything is over has none.
   *   <li>What runs counts as longer than ever seen once it has taken longer than the last quantile
   *       of its prediction; the whole does if anything does.
   *   <li>A plugin of which nothing was predicted is missing until it is over.
   * </ul>
   *
   * @throws IllegalArgumentException if the state is not that of the plan's plugins
   */
  RemainingTime remaining(RunState state);
}
