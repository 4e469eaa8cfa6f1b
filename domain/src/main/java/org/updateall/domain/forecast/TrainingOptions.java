package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import io.vavr.control.Option;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of training.
 *
 * @param family the model family's name; absent to let the trainer choose
 * @param minObservations the least number of observations to train on; each family needs as many as
 *     it needs in any case
 * @param lookback how far back from the series' last run observations are used; absent for all
 * @param outlierThreshold how many standard deviations from the mean a value may lie before it is
 *     left out; absent to leave nothing out
 * @param logarithm whether to force the logarithmic scale instead of letting the data choose
 * @param zone whose clock says at what hour and on which day of the week a run began
 * @param intervals how intervals are made
 * @param prior what other hosts say of the series as long as it has fewer than {@link
 *     PriorLearner#ENOUGH_RUNS} runs; absent for what comes with this program
 */
public record TrainingOptions(
    @Nullable String family,
    int minObservations,
    @Nullable Duration lookback,
    @Nullable Double outlierThreshold,
    boolean logarithm,
    ZoneId zone,
    IntervalMethod intervals,
    @Nullable PooledPrior prior) {

  /**
   * @throws IllegalArgumentException if a limit is not above zero
   */
  public TrainingOptions {
    requireNonNull(zone, "zone");
    requireNonNull(intervals, "intervals");
    if (minObservations < 1) {
      throw new IllegalArgumentException("minimum observations is not above 0: " + minObservations);
    }
    if (lookback != null && (lookback.isNegative() || lookback.isZero())) {
      throw new IllegalArgumentException("lookback is not above zero: " + lookback);
    }
    if (outlierThreshold != null && !(outlierThreshold > 0)) {
      throw new IllegalArgumentException("outlier threshold is not above 0: " + outlierThreshold);
    }
  }

  /** Without what other hosts say. */
  public TrainingOptions(
      @Nullable String family,
      int minObservations,
      @Nullable Duration lookback,
      @Nullable Double outlierThreshold,
      boolean logarithm,
      ZoneId zone,
      IntervalMethod intervals) {
    this(family, minObservations, lookback, outlierThreshold, logarithm, zone, intervals, null);
  }

  /** With the intervals that are made unless others are asked for. */
  public TrainingOptions(
      @Nullable String family,
      int minObservations,
      @Nullable Duration lookback,
      @Nullable Double outlierThreshold,
      boolean logarithm,
      ZoneId zone) {
    this(family, minObservations, lookback, outlierThreshold, logarithm, zone, IntervalMethod.POOL);
  }

  /** By the clock of UTC. */
  public TrainingOptions(
      @Nullable String family,
      int minObservations,
      @Nullable Duration lookback,
      @Nullable Double outlierThreshold,
      boolean logarithm) {
    this(family, minObservations, lookback, outlierThreshold, logarithm, ZoneOffset.UTC);
  }

  /** Every observation, no outlier removed, scale and model chosen by the data. */
  public static TrainingOptions defaults() {
    return new TrainingOptions(null, 1, null, null, false);
  }

  /** These, with intervals made so. */
  public TrainingOptions with(IntervalMethod method) {
    return new TrainingOptions(
        family, minObservations, lookback, outlierThreshold, logarithm, zone, method, prior);
  }

  /** These, with what other hosts say. */
  public TrainingOptions withPrior(@Nullable PooledPrior pooled) {
    return new TrainingOptions(
        family, minObservations, lookback, outlierThreshold, logarithm, zone, intervals, pooled);
  }

  /** What other hosts say of that series; none if nothing, or it has enough runs of its own. */
  public Option<PooledPrior> priorFor(TrainingSeries series) {
    return Option.of(prior).filter(unused -> series.whole() < PriorLearner.ENOUGH_RUNS);
  }

  /**
   * A text that differs between options that may give different models; no locale changes it. The
   * minimum is no part of it: it decides whether there is a model, never which. What other hosts
   * say is none either, for it depends on the series whether it is looked at.
   */
  public String signature() {
    return String.format(
        Locale.ROOT,
        "family=%s;lookback=%s;outliers=%s;log=%s;zone=%s;intervals=%s",
        Option.of(family).getOrElse("auto"),
        Option.of(lookback).map(Duration::toString).getOrElse("all"),
        Option.of(outlierThreshold).map(String::valueOf).getOrElse("keep"),
        logarithm,
        zone.getId(),
        intervals.wireName());
  }
}
