package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.updateall.application.SeriesWork;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainingOptions;

/**
 * What of a fleet is to be trained, and whereto.
 *
 * @param input the tree that hosts export into
 * @param output the directory to be made, or to be replaced if it is such an output
 * @param training how the series are trained
 * @param level nominal level of the intervals
 * @param latest how many executions of a plugin on a host are used at most, the newest
 * @param threads how many series are trained at a time
 */
public record FleetTrainingRequest(
    Path input, Path output, TrainingOptions training, double level, int latest, int threads) {

  /**
   * @throws IllegalArgumentException if no interval of the level is known, no execution is used, or
   *     there is no thread
   */
  public FleetTrainingRequest {
    requireNonNull(input, "input");
    requireNonNull(output, "output");
    requireNonNull(training, "training");
    PredictiveDistribution.requireKnownLevel(level);
    SeriesWork.requireThreads(threads);
    if (latest < 1) {
      throw new IllegalArgumentException("at least 1 execution is used, not " + latest);
    }
  }
}
