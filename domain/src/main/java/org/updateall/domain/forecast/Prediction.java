package org.updateall.domain.forecast;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What is predicted for one target of one plugin's next run, and on what grounds.
 *
 * @param key which target, of which plugin, on which host
 * @param point the single figure: the median, so that half of all runs are expected to stay below
 * @param distribution what is believed of the coming value
 * @param basis what the figure rests on
 * @param model the name of the model; absent without one
 * @param runs how many runs it rests on
 * @param scores how many past one-step errors the interval rests on
 * @param method how the interval is made
 * @param fleet whether a prior of a fleet stands behind it
 */
public record Prediction(
    SeriesKey key,
    double point,
    PredictiveDistribution distribution,
    Basis basis,
    @Nullable String model,
    int runs,
    int scores,
    IntervalMethod method,
    boolean fleet) {

  /** Two ways to the same level may differ by rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * @throws IllegalArgumentException if the point is not the median of the distribution, or a count
   *     is negative
   */
  public Prediction {
    requireNonNull(key, "key");
    requireNonNull(distribution, "distribution");
    requireNonNull(basis, "basis");
    requireNonNull(method, "method");
    if (point != distribution.median()) {
      throw new IllegalArgumentException(
          "the point %s is not the median %s".formatted(point, distribution.median()));
    }
    if (runs < 0 || scores < 0) {
      throw new IllegalArgumentException("a count is negative: %d, %d".formatted(runs, scores));
    }
  }

  /** Without a fleet. */
  public Prediction(
      SeriesKey key,
      double point,
      PredictiveDistribution distribution,
      Basis basis,
      @Nullable String model,
      int runs,
      int scores,
      IntervalMethod method) {
    this(key, point, distribution, basis, model, runs, scores, method, false);
  }

  /** With the interval that is made unless another is asked for. */
  public Prediction(
      SeriesKey key,
      double point,
      PredictiveDistribution distribution,
      Basis basis,
      @Nullable String model,
      int runs,
      int scores) {
    this(key, point, distribution, basis, model, runs, scores, IntervalMethod.POOL);
  }

  /** The central interval of that level. */
  public PredictionInterval interval(double level) {
    return distribution.interval(level);
  }

  /** The same figure, behind which a prior of a fleet stands. */
  public Prediction informedByFleet() {
    return new Prediction(key, point, distribution, basis, model, runs, scores, method, true);
  }

  /** The same figure, said to rest on that. */
  public Prediction restingOn(Basis other) {
    return new Prediction(key, point, distribution, other, model, runs, scores, method, fleet);
  }

  /**
   * The greatest level that the plugin's own errors support without any assumption but their
   * exchangeability: (n-1)/(n+1) for two-sided bounds from n scores (Vovk, Gammerman and Shafer,
   * Algorithmic Learning in a Random World, 2005). Where the runs are too few for a model it is
   * what the runs themselves support: the probability that the next one lies between the least and
   * the greatest of n.
   */
  public double supportedLevel() {
    int n = basis == Basis.FEW_RUNS || basis == Basis.FAILED_RUNS ? runs : scores;
    return IntervalMethod.supportedLevel(n);
  }

  /**
   * Whether its own errors, or runs, do not support an interval of that level by their number, so
   * that its bounds rest on an assumption as well.
   */
  public boolean restsOnAssumption(double level) {
    return basis != Basis.MODEL
        || supportedLevel() < PredictiveDistribution.gridLevel(level) - ROUNDING;
  }

  /**
   * What the bounds of that level rest on: those of the grid's interval that stands for it. With
   * the pool that is the prior below 20 errors, and the own errors alone above 100; with the other
   * methods the own errors alone wherever they support the level.
   *
   * @throws IllegalArgumentException if the level is beyond the grid, unless there are no scores
   */
  public IntervalBasis intervalBasis(double level) {
    return method.basis(scores, level);
  }
}
