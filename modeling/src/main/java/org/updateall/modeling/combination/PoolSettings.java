package org.updateall.modeling.combination;

import java.util.List;
import java.util.function.Supplier;
import org.updateall.modeling.online.ScheduledFamily;
import org.updateall.modeling.scale.Power;

/**
 * What a pool is made of.
 *
 * @param power of the scale on which forecasts are combined and errors measured
 * @param covariates how many covariates the occasions have
 * @param period how many values make one season; 1 for none
 * @param families makes the families that are members, anew for each pool
 */
public record PoolSettings(
    Power power, int covariates, int period, Supplier<List<ScheduledFamily>> families) {

  /**
   * @throws IllegalArgumentException if a count is out of range
   */
  public PoolSettings {
    if (covariates < 0 || period < 1) {
      throw new IllegalArgumentException(
          "covariates or period out of range: %d, %d".formatted(covariates, period));
    }
  }
}
