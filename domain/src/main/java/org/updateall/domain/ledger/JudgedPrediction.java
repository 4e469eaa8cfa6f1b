package org.updateall.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RunId;

/**
 * A prediction together with what came true.
 *
 * @param runId of which run
 * @param hostname on which machine that was
 * @param startedAt when the execution began; for a total, the first of them
 * @param prediction what was foretold
 * @param plugins whose it was: one plugin, or all those that the total is made of, by name
 * @param outcome what it came to
 * @param rules what each rule of thumb would have said; for a total, made of what it would have
 *     said of the parts. A rule that has nothing to say is left out
 * @param reference the last value give or take the quantile, of the interval's level, of its last
 *     100 absolute errors; absent for a total, and with fewer than two runs before
 */
public record JudgedPrediction(
    RunId runId,
    String hostname,
    Instant startedAt,
    RecordedPrediction prediction,
    List<PluginName> plugins,
    double outcome,
    Map<RuleOfThumb, Double> rules,
    @Nullable PredictionInterval reference) {

  /**
   * @throws IllegalArgumentException if the outcome is negative or not finite
   */
  public JudgedPrediction {
    requireNonNull(runId, "runId");
    requireNonNull(hostname, "hostname");
    requireNonNull(startedAt, "startedAt");
    requireNonNull(prediction, "prediction");
    plugins = List.copyOf(plugins);
    rules = Map.copyOf(rules);
    if (!(outcome >= 0) || Double.isInfinite(outcome)) {
      throw new IllegalArgumentException("an outcome is finite and not negative: " + outcome);
    }
  }

  /** Whether the outcome lay within the bounds, or on one of them. */
  public boolean isInside() {
    return prediction.interval().contains(outcome);
  }

  /** How far the point was off: above 0 if too much was foretold. */
  public double error() {
    return prediction.point() - outcome;
  }

  /** The interval score; see {@link PredictionInterval#score}. */
  public double intervalScore() {
    return prediction.interval().score(outcome);
  }

  /** With which probability less was believed in; see {@link QuantileOutline#probabilityBelow}. */
  public double probabilityBelow() {
    return prediction.outline().probabilityBelow(outcome);
  }
}
