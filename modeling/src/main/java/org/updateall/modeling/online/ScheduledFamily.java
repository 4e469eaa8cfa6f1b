package org.updateall.modeling.online;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.modeling.model.EarlyLevel;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * One family on the scale of one power. It is fitted anew on a schedule and told the values in
 * between; before it has enough of them an {@link EarlyLevel} stands in.
 */
public final class ScheduledFamily implements OnlineForecaster {

  private static final int FITS_APART = 10;

  private final ModelFamily family;
  private final Power power;
  private final FitSchedule schedule;
  private State state = new State(0, 0, 0, EarlyLevel.NONE, null);

  /**
   * What it remembers.
   *
   * @param told how many values it was told, missing ones among them
   * @param fittedAt at which number of values it was last fitted; 0 if never
   * @param nextFit at which number of values it is to be fitted
   * @param early what stands in while there is no model
   * @param fitted the model, if there is one
   */
  public record State(
      int told, int fittedAt, int nextFit, EarlyLevel early, @Nullable ScaledModel fitted) {

    /**
     * @throws IllegalArgumentException if a count is negative
     */
    public State {
      requireNonNull(early, "early");
      if (told < 0 || fittedAt < 0 || nextFit < 0) {
        throw new IllegalArgumentException(
            "a count is negative: %d, %d, %d".formatted(told, fittedAt, nextFit));
      }
    }
  }

  public ScheduledFamily(ModelFamily family, Power power, FitSchedule schedule) {
    this.family = family;
    this.power = power;
    this.schedule = schedule;
  }

  public ModelFamily family() {
    return family;
  }

  public Power power() {
    return power;
  }

  /** The family's name, with the scale unless the values themselves are the scale. */
  public String name() {
    return switch (power) {
      case IDENTITY -> family.name();
      case SQUARE_ROOT -> family.name() + " of square roots";
      case LOGARITHM -> family.name() + " of logarithms";
    };
  }

  public State state() {
    return state;
  }

  /**
   * Goes on from there.
   *
   * @throws IllegalArgumentException if its model works on the scale of another power
   */
  public void restore(State kept) {
    ScaledModel fitted = kept.fitted;
    if (fitted != null && fitted.scale().power() != power) {
      throw new IllegalArgumentException(
          "%s works on %s, not on %s".formatted(name(), power, fitted.scale()));
    }
    state = kept;
  }

  /** Whether its own model forecasts, not what stands in for it. */
  public boolean hasModel() {
    return state.fitted != null;
  }

  @Override
  public boolean isFitDue() {
    return state.told >= Math.max(state.nextFit, family.minObservations());
  }

  @Override
  public void demandFit() {
    state = new State(state.told, state.fittedAt, state.told, state.early, state.fitted);
  }

  /** The next fit does not come nearer to the last one than ten values. */
  @Override
  public void hurry() {
    int nextFit = Math.min(state.nextFit, Math.max(state.told, state.fittedAt + FITS_APART));
    state = new State(state.told, state.fittedAt, nextFit, state.early, state.fitted);
  }

  @Override
  public void fit(TimeSeries soFar) {
    TimeSeries window = soFar.last(family.maxWindow()).withPeriod(SeasonalPeriod.of(soFar));
    int nextFit = schedule.after(state.told);
    boolean enough = window.observed() >= family.minObservations();
    ScaledModel fitted = enough ? fitted(window, soFar) : state.fitted;
    state = new State(state.told, state.told, nextFit, state.early, fitted);
  }

  private ScaledModel fitted(TimeSeries window, TimeSeries soFar) {
    PowerScale scale = PowerScale.of(power, positiveOrZero(soFar));
    TimeSeries scaled = window.map(scale::toScale);
    FittedModel before = state.fitted != null ? state.fitted.model() : null;
    FittedModel after = before == null ? family.fit(scaled) : family.refit(before, scaled);
    return new ScaledModel(scale, after);
  }

  private static double[] positiveOrZero(TimeSeries series) {
    return Arrays.stream(series.values()).filter(value -> value >= 0).toArray();
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    ScaledModel fitted = state.fitted;
    double[] forecasts = new double[future.size()];
    if (fitted == null) {
      Arrays.fill(forecasts, Math.max(0, state.early.level()));
      return forecasts;
    }
    double[] scaled = fitted.model().forecast(future);
    for (int step = 0; step < forecasts.length; step++) {
      forecasts[step] = fitted.scale().fromScale(scaled[step]);
    }
    return forecasts;
  }

  @Override
  public void observe(Occasion occasion, double value, boolean censored) {
    double known = censored ? Double.NaN : value;
    EarlyLevel early = Double.isNaN(known) ? state.early : state.early.update(known);
    ScaledModel fitted = state.fitted == null ? null : updated(state.fitted, occasion, known);
    state = new State(state.told + 1, state.fittedAt, state.nextFit, early, fitted);
  }

  private static ScaledModel updated(ScaledModel fitted, Occasion occasion, double value) {
    double scaled = Double.isNaN(value) ? Double.NaN : fitted.scale().toScale(value);
    return new ScaledModel(fitted.scale(), fitted.model().update(occasion, scaled));
  }

  @Override
  public double errorGrowth(int horizon) {
    return state.fitted == null ? 1 : state.fitted.model().errorGrowth(horizon);
  }

  @Override
  public String form() {
    return state.fitted == null ? "level of the newest values" : state.fitted.model().form();
  }
}
