package org.updateall.domain.forecast;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.List;

/**
 * Port: learns from the long series of many hosts what to believe of a new one's. Deterministic,
 * and safe for use by several threads.
 */
public interface PriorLearner {

  /** A series with fewer whole values is no evidence; a prior is for series shorter than this. */
  int ENOUGH_RUNS = 20;

  /** From fewer hosts no prior is made. */
  int FEWEST_SOURCES = 5;

  /**
   * What a series says of others.
   *
   * @return none if it has fewer than {@link #ENOUGH_RUNS} whole values, or none above 0
   */
  Option<SeriesEvidence> evidence(TrainingSeries series, TrainingOptions options);

  /**
   * Makes a prior of evidence. The same evidence in the same order gives the same prior.
   *
   * @return none if it comes from fewer than {@link #FEWEST_SOURCES} hosts
   */
  Option<PooledPrior> pool(List<SeriesEvidence> evidence);

  /** Takes a document of a {@link PooledPrior}, or says why it is none. */
  Either<ReferenceUnreadable, PooledPrior> read(int sources, String document);
}
