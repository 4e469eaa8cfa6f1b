package org.updateall.modeling.evaluation;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.updateall.modeling.conformal.SnappedBounds;
import org.updateall.modeling.scale.Power;
import org.updateall.modeling.scale.PowerScale;

/**
 * Predictive quantiles about one-step forecasts, by split conformal prediction on the scale that
 * has served best. It is told every value with what had been forecast for it.
 *
 * <p>The candidates may be forecasts of one forecaster, measured on several scales, or of as many
 * forecasters: each track has its own forecast.
 */
public final class ConformalIntervals {

  /**
   * Newer errors are more like the next one: on the development series the interval score was 4 %
   * better with 100 than with 300, and 9 % better than with all.
   */
  private static final int SCORES = 100;

  private static final int SETTLING = 5;

  private final List<ScoredForecasts> tracks;
  private final ScaleChoice choice;
  private final List<Double> early = new ArrayList<>();
  private final List<Double> newest = new ArrayList<>();

  /**
   * @param powers of the candidate scales in order of preference
   * @param recentring whether a forecast that errs to one side is put right
   */
  public ConformalIntervals(List<Power> powers, boolean recentring) {
    tracks = powers.stream().map(power -> new ScoredForecasts(power, SCORES, recentring)).toList();
    choice = new ScaleChoice(powers.size());
  }

  /** The place of the candidate that is used for the next value. */
  public int chosen() {
    return choice.best();
  }

  /** The scale on which the errors of that candidate are measured. */
  public PowerScale chosenScale() {
    return tracks.get(chosen()).scale();
  }

  /** How many errors the intervals rest on. */
  public int scores() {
    return tracks.get(chosen()).size();
  }

  /**
   * The predictive quantiles of a value to come, in the order of the levels, which lie strictly
   * between 0 and 1; none before the first error. They are not below 0, and one that differs from a
   * value of late by rounding alone is made that value.
   *
   * @param forecast of the candidate in use
   * @param growth by how much errors are larger than those of one step
   */
  public Option<double[]> quantiles(double forecast, double growth, double[] levels) {
    ScoredForecasts used = tracks.get(chosen());
    double[] observed = newest.stream().mapToDouble(each -> each).toArray();
    SnappedBounds snapped = new SnappedBounds(observed, used.scale().offset());
    return used.quantiles(forecast, growth, levels)
        .map(quantiles -> Arrays.stream(quantiles).map(snapped::snap).toArray());
  }

  /**
   * Takes in a value.
   *
   * @param forecasts what had been forecast for it, one for each candidate; the first value has no
   *     forecast and is none to learn from
   */
  public void observe(double value, double[] forecasts) {
    settle(value);
    if (!newest.isEmpty()) {
      if (tracks.get(0).size() > 0) {
        choice.judge(tracks, forecasts, value);
      }
      for (int track = 0; track < forecasts.length; track++) {
        tracks.get(track).add(value, forecasts[track]);
      }
    }
    if (newest.size() == SnappedBounds.ENOUGH) {
      newest.remove(0);
    }
    newest.add(value);
  }

  private void settle(double value) {
    if (early.size() < SETTLING && value > 0) {
      early.add(value);
      double[] first = early.stream().mapToDouble(each -> each).toArray();
      tracks.forEach(track -> track.settle(first));
    }
  }

  public IntervalState state() {
    return new IntervalState(
        early,
        newest,
        tracks.stream()
            .map(track -> new IntervalState.Track(track.power(), track.values(), track.forecasts()))
            .toList(),
        choice.judged(),
        choice.losses(),
        choice.typical());
  }

  /** Intervals that go on from there. */
  public static ConformalIntervals of(IntervalState state, boolean recentring) {
    ConformalIntervals intervals = new ConformalIntervals(state.powers(), recentring);
    intervals.early.addAll(state.early());
    intervals.newest.addAll(state.newest());
    intervals.choice.restore(state.judged(), state.losses(), state.typical());
    double[] first = state.early().stream().mapToDouble(each -> each).toArray();
    for (int place = 0; place < state.tracks().size(); place++) {
      IntervalState.Track kept = state.tracks().get(place);
      ScoredForecasts track = intervals.tracks.get(place);
      track.settle(first);
      for (int i = 0; i < kept.values().size(); i++) {
        track.add(kept.values().get(i), kept.forecasts().get(i));
      }
    }
    return intervals;
  }
}
