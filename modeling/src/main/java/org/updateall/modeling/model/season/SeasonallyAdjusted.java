package org.updateall.modeling.model.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.updateall.modeling.model.FittedModel;
import org.updateall.modeling.model.ModelFamily;
import org.updateall.modeling.model.TimeSeries;
import org.updateall.modeling.numbers.Require;

/**
 * A family that models what remains of a series without its seasons; each season goes on as it was
 * in the last of its periods. Gaps are bridged by straight lines for the decomposition alone. Of
 * periods that the window does not hold twice there is no season. Thread-safe if the inner family
 * is.
 */
public final class SeasonallyAdjusted implements ModelFamily {

  private final ModelFamily inner;
  private final List<Integer> periods;

  /**
   * @param inner the family of what remains
   * @param periods of the seasons, shorter ones first
   * @throws IllegalArgumentException if there is no period, or one is below 2
   */
  public SeasonallyAdjusted(ModelFamily inner, List<Integer> periods) {
    Require.that(!periods.isEmpty(), "periods", periods);
    periods.forEach(period -> Require.that(period >= 2, "period", period));
    this.inner = inner;
    this.periods = List.copyOf(periods);
  }

  @Override
  public String name() {
    return inner.name() + " without seasons of " + periods;
  }

  @Override
  public int minObservations() {
    return Math.max(inner.minObservations(), 2 * periods.get(0));
  }

  @Override
  public SeasonallyAdjustedModel fit(TimeSeries window) {
    window.requireObserved(inner.minObservations());
    double[] values = window.observedValues();
    double[] whole = Interpolation.linear(withFilledEnds(values));
    List<Integer> held = periods.stream().filter(period -> 2 * period <= whole.length).toList();
    double[][] seasons = SeasonalDecomposition.seasons(whole, held);
    double[] remainder = values.clone();
    List<List<Double>> next = new ArrayList<>();
    for (int place = 0; place < seasons.length; place++) {
      remainder = SeasonalDecomposition.difference(remainder, seasons[place]);
      next.add(lastPeriod(seasons[place], held.get(place)));
    }
    TimeSeries adjusted = new TimeSeries(remainder, window.occasions(), new BitSet(), 1);
    FittedModel model = inner.fit(adjusted.last(inner.maxWindow()));
    return new SeasonallyAdjustedModel(model, next, 0);
  }

  private static List<Double> lastPeriod(double[] season, int period) {
    return Arrays.stream(season, season.length - period, season.length).boxed().toList();
  }

  private static double[] withFilledEnds(double[] values) {
    double[] filled = values.clone();
    int first = 0;
    while (Double.isNaN(filled[first])) {
      first++;
    }
    int last = filled.length - 1;
    while (Double.isNaN(filled[last])) {
      last--;
    }
    Arrays.fill(filled, 0, first, filled[first]);
    Arrays.fill(filled, last + 1, filled.length, filled[last]);
    return filled;
  }
}
