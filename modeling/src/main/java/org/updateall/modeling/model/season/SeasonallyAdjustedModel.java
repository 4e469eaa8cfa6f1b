package org.updateall.modeling.model.season;

import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.Occasion;
import org.updateall.modeling.numbers.Require;

/**
 * A model of a series without its seasons, and the seasons, which repeat themselves.
 *
 * @param remainder models what is left without the seasons
 * @param seasons of each season one period, that of the first value after the fit first
 * @param told how many values came after the fit
 */
public record SeasonallyAdjustedModel(FittedModel remainder, List<List<Double>> seasons, int told)
    implements FittedModel {

  /**
   * @throws IllegalArgumentException if a part is missing, a season is empty or not finite, or the
   *     count is negative
   */
  public SeasonallyAdjustedModel {
    Require.present("remainder", remainder);
    seasons = Require.whole("seasons", seasons);
    for (List<Double> season : seasons) {
      Require.that(!Require.allFinite("season", season).isEmpty(), "season", season);
    }
    Require.that(told >= 0, "told", told);
  }

  @Override
  public double[] forecast(List<Occasion> future) {
    double[] forecasts = remainder.forecast(future);
    for (int step = 0; step < forecasts.length; step++) {
      forecasts[step] += season(step);
    }
    return forecasts;
  }

  private double season(int step) {
    double sum = 0;
    for (List<Double> season : seasons) {
      sum += season.get((told + step) % season.size());
    }
    return sum;
  }

  @Override
  public SeasonallyAdjustedModel update(Occasion occasion, double observation) {
    return new SeasonallyAdjustedModel(
        remainder.update(occasion, observation - season(0)), seasons, told + 1);
  }

  @Override
  public String form() {
    return remainder.form() + " without " + seasons.size() + " seasons";
  }

  @Override
  public double errorGrowth(int horizon) {
    return remainder.errorGrowth(horizon);
  }
}
