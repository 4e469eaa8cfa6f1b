package org.updateall.application.fleet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.updateall.domain.fleet.FleetSeries;
import org.updateall.domain.fleet.PriorClass;
import org.updateall.domain.fleet.PriorTable;
import org.updateall.domain.forecast.PooledPrior;
import org.updateall.domain.forecast.PriorLearner;
import org.updateall.domain.forecast.SeriesEvidence;

/**
 * Gathers what the series of a fleet say, by every kind that they are of, and makes a table of
 * priors of it. The order in which they are added changes nothing. Not for use by several threads.
 */
public final class PoolPriors {

  private final PriorLearner learner;
  private final Map<PriorClass, EvidenceSample> samples = new HashMap<>();

  public PoolPriors(PriorLearner learner) {
    this.learner = learner;
  }

  /** Takes in what a series says. */
  public void add(FleetSeries series, SeriesEvidence evidence) {
    PriorClass.of(series.key().plugin(), series.key().target(), series.profile())
        .forEach(
            each -> samples.computeIfAbsent(each, unused -> new EvidenceSample()).add(evidence));
  }

  /**
   * @param asOf when the newest execution began that was learned from
   */
  public PriorTable table(Instant asOf) {
    Map<PriorClass, PooledPrior> priors = new HashMap<>();
    samples.forEach(
        (kind, sample) -> learner.pool(sample.evidence()).peek(prior -> priors.put(kind, prior)));
    return new PriorTable(asOf, priors);
  }
}
