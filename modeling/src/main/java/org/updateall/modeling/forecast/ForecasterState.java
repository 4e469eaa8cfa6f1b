package org.updateall.modeling.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.combination.PoolState;
import org.updateall.modeling.evaluation.PastLevels;
import org.updateall.modeling.interval.PathErrors;
import org.updateall.modeling.online.ScheduledFamily;

/**
 * All that a forecaster remembers of its series: plain values that can be stored and read back.
 *
 * @param recipe what it is made of
 * @param told how many values it was told, missing ones among them
 * @param pool the state of the pool; absent if it is none
 * @param families the states of the single family, one for each scale; none for a pool
 * @param intervals what intervals rest on
 * @param paths how forecasts of several steps have fared
 * @param levels where the newest values lay in what had been predicted
 * @param recent what the next occasions are expected to be like
 */
public record ForecasterState(
    Recipe recipe,
    int told,
    @Nullable PoolState pool,
    List<ScheduledFamily.State> families,
    CalibratedForecasts.State intervals,
    PathErrors.State paths,
    PastLevels levels,
    RecentOccasions recent) {

  /**
   * @throws IllegalArgumentException if the parts are not those of the recipe
   */
  public ForecasterState {
    requireNonNull(recipe, "recipe");
    requireNonNull(intervals, "intervals");
    requireNonNull(paths, "paths");
    requireNonNull(levels, "levels");
    requireNonNull(recent, "recent");
    families = List.copyOf(families);
    if (told < 0) {
      throw new IllegalArgumentException("told is negative: " + told);
    }
    if (recipe.isPool() != (pool != null) || recipe.isPool() != families.isEmpty()) {
      throw new IllegalArgumentException("these are not the parts of " + recipe.model());
    }
    intervals.requirePartsOf(recipe);
    if (!recipe.isPool() && families.size() != recipe.powers().size()) {
      throw new IllegalArgumentException(
          "%d families on %d scales".formatted(families.size(), recipe.powers().size()));
    }
    if (recent.covariates().size() != recipe.covariates()) {
      throw new IllegalArgumentException(
          "%d of %d covariates are known"
              .formatted(recent.covariates().size(), recipe.covariates()));
    }
  }
}
