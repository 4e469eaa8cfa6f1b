package org.updateall.modeling.evaluation;

import java.util.List;
import org.updateall.modeling.numbers.Require;
import org.updateall.modeling.scale.Power;

/**
 * All that intervals rest on: plain values that can be stored and read back.
 *
 * @param early the first positive values, at most five, by which scales are settled
 * @param newest the newest values, oldest first, that bounds are snapped to
 * @param tracks the newest forecasts with their values, for each candidate scale
 * @param judged how many values have been judged for the choice of the scale
 * @param losses the discounted sum of losses of each candidate
 * @param typical single losses of late
 */
public record IntervalState(
    List<Double> early,
    List<Double> newest,
    List<Track> tracks,
    int judged,
    List<Double> losses,
    List<Double> typical) {

  /**
   * One candidate.
   *
   * @param power of the scale
   * @param values what came, oldest first
   * @param forecasts what had been forecast
   */
  public record Track(Power power, List<Double> values, List<Double> forecasts) {

    /**
     * @throws IllegalArgumentException if the lengths differ, or a number is negative or not finite
     */
    public Track {
      values = List.copyOf(values);
      forecasts = List.copyOf(forecasts);
      if (power == null || values.size() != forecasts.size()) {
        throw new IllegalArgumentException(
            "%d values, %d forecasts".formatted(values.size(), forecasts.size()));
      }
      values.forEach(value -> require("value", value));
      forecasts.forEach(forecast -> require("forecast", forecast));
    }
  }

  /**
   * @throws IllegalArgumentException if there is not a loss for each track, tracks differ in
   *     length, or a number is negative or not finite
   */
  public IntervalState {
    early = List.copyOf(early);
    newest = List.copyOf(newest);
    tracks = List.copyOf(tracks);
    losses = List.copyOf(losses);
    typical = List.copyOf(typical);
    if (tracks.isEmpty() || tracks.size() != losses.size() || judged < 0) {
      throw new IllegalArgumentException(
          "%d tracks, %d losses, %d judged".formatted(tracks.size(), losses.size(), judged));
    }
    int length = tracks.get(0).values().size();
    if (tracks.stream().anyMatch(track -> track.values().size() != length)) {
      throw new IllegalArgumentException("tracks differ in length");
    }
    early.forEach(value -> require("early value", value));
    newest.forEach(value -> require("newest value", value));
    losses.forEach(loss -> require("loss", loss));
    typical.forEach(loss -> require("typical loss", loss));
  }

  /** The scales of the candidates, in their order. */
  public List<Power> powers() {
    return tracks.stream().map(Track::power).toList();
  }

  private static void require(String name, double value) {
    Require.that(value >= 0 && Double.isFinite(value), name, value);
  }
}
