package org.updateall.modeling.forecast;

import org.jspecify.annotations.Nullable;
import org.updateall.modeling.evaluation.ConformalIntervals;
import org.updateall.modeling.evaluation.IntervalState;
import org.updateall.modeling.interval.AdaptiveIntervals;
import org.updateall.modeling.interval.ExpertIntervals;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.interval.IntervalMethod;
import org.updateall.modeling.interval.IntervalMethodState;
import org.updateall.modeling.interval.Levels;
import org.updateall.modeling.interval.QuantileRegressionIntervals;
import org.updateall.modeling.interval.ReferenceErrors;
import org.updateall.modeling.numbers.Require;

/**
 * From forecasts to predictive quantiles. Where several forecasts compete, those of one family on
 * several scales, the one that has served best is taken, and put right if it errs to one side; the
 * quantiles about it are made as the recipe says.
 */
final class CalibratedForecasts {

  private static final double[] HALF = {0.5};

  /** Chooses among forecasts; also makes the quantiles if nothing else does. */
  private final @Nullable ConformalIntervals choice;

  private final @Nullable IntervalMethod method;

  private CalibratedForecasts(
      @Nullable ConformalIntervals choice, @Nullable IntervalMethod method) {
    this.choice = choice;
    this.method = method;
  }

  static CalibratedForecasts of(Recipe recipe, ReferenceErrors reference) {
    return new CalibratedForecasts(
        needsChoice(recipe) ? new ConformalIntervals(recipe.powers(), recipe.isRecentred()) : null,
        method(recipe.intervals(), reference));
  }

  private static @Nullable IntervalMethod method(IntervalKind kind, ReferenceErrors reference) {
    return switch (kind) {
      case POOL -> ExpertIntervals.of(reference);
      case SPLIT -> null;
      case CQR -> QuantileRegressionIntervals.create();
      case ACI -> AdaptiveIntervals.create();
    };
  }

  private static boolean needsChoice(Recipe recipe) {
    return recipe.intervals() == IntervalKind.SPLIT || !recipe.isPool();
  }

  /**
   * What it remembers.
   *
   * @param choice what the choice rests on; absent if there is nothing to choose
   * @param method what quantiles rest on; absent if they are those of the choice
   */
  record State(@Nullable IntervalState choice, @Nullable IntervalMethodState method) {

    /**
     * @throws IllegalArgumentException if both are absent
     */
    State {
      Require.that(choice != null || method != null, "intervals", null);
    }

    /**
     * @throws IllegalArgumentException if these are not the parts of that recipe
     */
    void requirePartsOf(Recipe recipe) {
      if (needsChoice(recipe) != (choice != null)
          || (recipe.intervals() == IntervalKind.SPLIT) != (method == null)) {
        throw new IllegalArgumentException(
            "these are not the intervals of %s: %s".formatted(recipe.model(), recipe.intervals()));
      }
      if (choice != null && !choice.powers().equals(recipe.powers())) {
        throw new IllegalArgumentException(
            "intervals on %s, not on %s".formatted(choice.powers(), recipe.powers()));
      }
      if (method != null && method.kind() != recipe.intervals()) {
        throw new IllegalArgumentException(
            "intervals by %s, not by %s".formatted(method.kind(), recipe.intervals()));
      }
    }
  }

  static CalibratedForecasts of(State state, Recipe recipe, ReferenceErrors reference) {
    return new CalibratedForecasts(
        state.choice == null ? null : ConformalIntervals.of(state.choice, recipe.isRecentred()),
        state.method == null ? null : state.method.resumed(reference));
  }

  State state() {
    return new State(
        choice == null ? null : choice.state(), method == null ? null : method.state());
  }

  /** The place of the forecast that is used. */
  int chosen() {
    return choice == null ? 0 : choice.chosen();
  }

  /** How many errors the quantiles rest on. */
  int scores() {
    return method == null ? choice().scores() : method.scores();
  }

  private ConformalIntervals choice() {
    if (choice == null) {
      throw new IllegalStateException("there is nothing to choose");
    }
    return choice;
  }

  /**
   * The quantiles of a value to come at {@link Levels}; before the first value all are the
   * forecast.
   *
   * @param forecast that is used
   * @param growth by how much errors are larger than those of one step
   */
  double[] quantiles(double forecast, double growth) {
    if (method != null) {
      return method.quantiles(point(forecast), growth);
    }
    return choice()
        .quantiles(forecast, growth, Levels.all())
        .getOrElse(() -> Levels.everywhere(forecast));
  }

  /** The forecast about which quantiles are made. */
  double point(double forecast) {
    if (choice == null) {
      return forecast;
    }
    return choice.quantiles(forecast, 1, HALF).map(median -> median[0]).getOrElse(forecast);
  }

  /** Takes in a value and all forecasts of it; that of the first value is none to learn from. */
  void observe(double value, double[] forecasts) {
    if (method != null) {
      method.observe(value, point(forecasts[chosen()]));
    }
    if (choice != null) {
      choice.observe(value, forecasts);
    }
  }
}
