package org.updateall.modeling.model.ets;

import java.util.List;

/**
 * What a model remembers between two observations.
 *
 * @param level in units of the series
 * @param trend growth of the level per step, in units of the series; 0 without a trend
 * @param season one value for each of the next steps of a whole season, that of the next step
 *     first: in units of the series, or factors if it is multiplicative; empty without a season
 */
public record EtsState(double level, double trend, List<Double> season) {

  /**
   * @throws IllegalArgumentException if a state is missing or not finite
   */
  public EtsState {
    requireFinite("level", level);
    requireFinite("trend", trend);
    if (season == null) {
      throw new IllegalArgumentException("season is missing");
    }
    for (Double each : season) {
      requireFinite("season", each == null ? Double.NaN : each);
    }
    season = List.copyOf(season);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s is not allowed: %s".formatted(name, value));
    }
  }

  /** Of a level alone. */
  static EtsState ofLevel(double level) {
    return new EtsState(level, 0, List.of());
  }
}
