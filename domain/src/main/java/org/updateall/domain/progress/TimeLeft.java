package org.updateall.domain.progress;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;

/**
 * How long something that is under way will still take.
 *
 * @param seconds what is believed of it, in seconds
 * @param isLongerThanEverSeen whether it has already been running for longer than all but one in
 *     two hundred such runs were expected to, so that experience says little of what is left
 */
public record TimeLeft(PredictiveDistribution seconds, boolean isLongerThanEverSeen) {

  /** Of what is over. */
  public static final TimeLeft NONE =
      new TimeLeft(
          PredictiveDistribution.of(new double[PredictiveDistribution.levels().length]), false);

  public TimeLeft {
    requireNonNull(seconds, "seconds");
  }

  /** The single figure, in seconds: as likely too small as too great. */
  public double point() {
    return seconds.median();
  }

  /** The central interval of that level, in seconds. */
  public PredictionInterval interval(double level) {
    return seconds.interval(level);
  }
}
