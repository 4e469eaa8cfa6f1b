package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How series are forecast.
 *
 * @param model {@link #POOL}, {@link #AUTO_BY_SIZE}, or a model family's name
 * @param scale on which scale a single family works
 * @param refit when a family is fitted anew
 * @param covariates the names of the covariates that may be used
 * @param season how many values make one season; absent to go by the times
 * @param zone whose clock says hour and day
 * @param intervals how intervals are made
 * @param reference what errors of other series have been like; absent for what comes with this
 *     program
 */
public record ForecastOptions(
    String model,
    ScaleChoice scale,
    Refit refit,
    List<String> covariates,
    @Nullable Integer season,
    ZoneId zone,
    IntervalMethod intervals,
    @Nullable ErrorReference reference) {

  /** Many models, weighted by their own past errors. */
  public static final String POOL = "pool";

  /** The family that the plan prescribes for the number of observations. */
  public static final String AUTO_BY_SIZE = "auto-by-size";

  /** On which scale values are modelled. */
  public enum ScaleChoice {
    /** The one that has served best so far. */
    AUTO,
    /** The values themselves. */
    RAW,
    SQUARE_ROOT,
    LOGARITHM
  }

  /** When a model is fitted anew; in between it is only told the new values. */
  public enum Refit {
    /** When the series has grown by a fifth, and after a shift of its level. */
    SCHEDULED,
    /** Before every forecast. */
    EVERY_ORIGIN
  }

  /**
   * @throws IllegalArgumentException if the season is below 1
   */
  public ForecastOptions {
    requireNonNull(model, "model");
    requireNonNull(scale, "scale");
    requireNonNull(refit, "refit");
    requireNonNull(zone, "zone");
    requireNonNull(intervals, "intervals");
    covariates = List.copyOf(covariates);
    if (season != null && season < 1) {
      throw new IllegalArgumentException("a season has at least 1 value: " + season);
    }
  }

  /** The same with other covariates. */
  public ForecastOptions withCovariates(List<String> names) {
    return new ForecastOptions(model, scale, refit, names, season, zone, intervals, reference);
  }

  /** With the intervals and the reference of whoever asks for none. */
  public ForecastOptions(
      String model,
      ScaleChoice scale,
      Refit refit,
      List<String> covariates,
      @Nullable Integer season,
      ZoneId zone) {
    this(model, scale, refit, covariates, season, zone, IntervalMethod.POOL, null);
  }

  /** The same with intervals made so. */
  public ForecastOptions with(IntervalMethod method) {
    return new ForecastOptions(model, scale, refit, covariates, season, zone, method, reference);
  }

  /** The same with that reference. */
  public ForecastOptions withReference(ErrorReference learned) {
    return new ForecastOptions(model, scale, refit, covariates, season, zone, intervals, learned);
  }

  /** The same by that clock. */
  public ForecastOptions in(ZoneId other) {
    return new ForecastOptions(
        model, scale, refit, covariates, season, other, intervals, reference);
  }

  /** The pool, without covariates, by the clock of UTC. */
  public static ForecastOptions defaults() {
    return new ForecastOptions(
        POOL, ScaleChoice.AUTO, Refit.SCHEDULED, List.of(), null, ZoneOffset.UTC);
  }
}
