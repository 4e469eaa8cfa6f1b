package org.updateall.modeling.model.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.numbers.Require;

/** The family that says what was a period before; with a period of 1 the last value. */
public final class SeasonalNaive implements ModelFamily {

  private final int period;

  /**
   * @throws IllegalArgumentException if the period is below 1
   */
  public SeasonalNaive(int period) {
    Require.that(period >= 1, "period", period);
    this.period = period;
  }

  @Override
  public String name() {
    return "values %d before".formatted(period);
  }

  @Override
  public int minObservations() {
    return period;
  }

  @Override
  public Model fit(TimeSeries window) {
    window.requireObserved(period);
    double[] whole = window.withoutGaps();
    return new Model(Arrays.stream(whole, whole.length - period, whole.length).boxed().toList());
  }

  /**
   * @param last the last period, oldest first
   */
  public record Model(List<Double> last) implements FittedModel {

    /**
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public Model {
      last = Require.allFinite("last", last);
      Require.that(!last.isEmpty(), "last", last);
    }

    @Override
    public double[] forecast(List<Occasion> future) {
      double[] forecasts = new double[future.size()];
      Arrays.setAll(forecasts, step -> last.get(step % last.size()));
      return forecasts;
    }

    /** In place of a missing value stands the one a period before. */
    @Override
    public Model update(Occasion occasion, double observation) {
      List<Double> moved = new ArrayList<>(last.subList(1, last.size()));
      moved.add(Double.isNaN(observation) ? last.get(0) : observation);
      return new Model(moved);
    }

    @Override
    public String form() {
      return "the last %d values".formatted(last.size());
    }

    /** By one more innovation for each whole period. */
    @Override
    public double errorGrowth(int horizon) {
      return Math.sqrt(1 + (horizon - 1) / last.size());
    }
  }
}
