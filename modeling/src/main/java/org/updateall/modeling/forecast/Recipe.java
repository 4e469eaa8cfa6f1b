package org.updateall.modeling.forecast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.interval.IntervalKind;
import org.updateall.modeling.scale.Power;

/**
 * What a series is forecast with.
 *
 * @param model {@link #POOL}, or the name of a family
 * @param power the scale that a single family works on; absent to let the data choose
 * @param covariates how many covariates the occasions have
 * @param period how many values make one season; 1 for none
 * @param intervals how predictive quantiles are made
 */
public record Recipe(
    String model, @Nullable Power power, int covariates, int period, IntervalKind intervals) {

  /** All models together, by what they have earned. */
  public static final String POOL = "pool";

  private static final List<Power> ALL_POWERS =
      List.of(Power.SQUARE_ROOT, Power.IDENTITY, Power.LOGARITHM);

  /**
   * @throws IllegalArgumentException if a count is out of range
   */
  public Recipe {
    requireNonNull(model, "model");
    requireNonNull(intervals, "intervals");
    if (covariates < 0 || period < 1) {
      throw new IllegalArgumentException(
          "covariates or period out of range: %d, %d".formatted(covariates, period));
    }
  }

  /** The same without covariates. */
  public Recipe withoutCovariates() {
    return new Recipe(model, power, 0, period, intervals);
  }

  /** The names that {@link #model()} may be. */
  public static List<String> models() {
    return Stream.concat(Stream.of(POOL), Families.names().stream()).toList();
  }

  /** The scales that compete, in order of preference. */
  List<Power> powers() {
    return power == null ? ALL_POWERS : List.of(power);
  }

  /** Whether forecasts that err to one side are put right: those of a family left to itself. */
  boolean isRecentred() {
    return !isPool() && power == null;
  }

  public boolean isPool() {
    return model.equals(POOL);
  }
}
