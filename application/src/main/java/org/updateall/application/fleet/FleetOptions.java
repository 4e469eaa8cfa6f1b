package org.updateall.application.fleet;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.TrainingOptions;

/**
 * How the series of a fleet are trained.
 *
 * @param training as for one machine; what other hosts say is put in for each series
 * @param level nominal level of the intervals
 * @param latest how many executions of a plugin on a host are used at most, the newest
 * @param asOf when models are said to have been trained
 */
public record FleetOptions(TrainingOptions training, double level, int latest, Instant asOf) {

  /** Years of daily runs; what lies further back says nothing of the next. */
  public static final int DEFAULT_LATEST = 1000;

  /**
   * @throws IllegalArgumentException if no interval of the level is known, or no execution is used
   */
  public FleetOptions {
    requireNonNull(training, "training");
    requireNonNull(asOf, "asOf");
    PredictiveDistribution.requireKnownLevel(level);
    if (latest < 1) {
      throw new IllegalArgumentException("at least 1 execution is used, not " + latest);
    }
  }

  /** A text that differs between options that may give something else. */
  public String signature() {
    return "%s;level=%s;latest=%s;asOf=%s"
        .formatted(training.signature(), level, Integer.toString(latest), asOf);
  }
}
