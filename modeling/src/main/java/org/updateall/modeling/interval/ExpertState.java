package org.updateall.modeling.interval;

import java.util.List;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;

/**
 * All that {@link ExpertIntervals} remember.
 *
 * @param told how many values with forecasts they were told
 * @param early the first positive values, at most five, by which scales are settled
 * @param values the newest values, oldest first
 * @param errors the newest errors in units of the series, oldest first
 * @param scales the errors in proportion to their size, by power
 * @param count the discounted number of values by which experts were judged
 * @param losses the discounted losses of the experts, in their order
 * @param factor exceedances of the bounds
 */
public record ExpertState(
    int told,
    List<Double> early,
    List<Double> values,
    List<Double> errors,
    List<ScaledErrors.State> scales,
    double count,
    List<Double> losses,
    ConformalFactor.State factor)
    implements IntervalMethodState {

  /**
   * @throws IllegalArgumentException if something is missing, a number is out of range, or a part
   *     is none of these experts'
   */
  public ExpertState {
    early = Require.allFinite("early", early);
    values = Require.allFinite("values", values);
    errors = Require.allFinite("errors", errors);
    scales = Require.whole("scales", scales);
    losses = Require.allFinite("losses", losses);
    Require.present("factor", factor);
    Require.that(told >= 0, "told", told);
    Require.that(early.size() <= ExpertIntervals.EARLY, "early values", early.size());
    Require.that(values.size() <= ExpertIntervals.VALUES, "number of values", values.size());
    Require.that(errors.size() <= ExpertIntervals.ERRORS, "number of errors", errors.size());
    Require.that(count >= 0 && Double.isFinite(count), "count", count);
    Require.that(losses.size() == ExpertIntervals.EXPERTS, "number of losses", losses.size());
    List<Power> powers = scales.stream().map(ScaledErrors.State::power).toList();
    Require.that(powers.equals(List.of(Power.values())), "scales", powers);
    early.forEach(value -> Require.that(value > 0, "early value", value));
    values.forEach(value -> Require.that(value >= 0, "value", value));
    losses.forEach(loss -> Require.that(loss >= 0, "loss", loss));
  }

  @Override
  public IntervalKind kind() {
    return IntervalKind.POOL;
  }

  @Override
  public IntervalMethod resumed(ReferenceErrors reference) {
    return ExpertIntervals.of(this, reference);
  }
}
