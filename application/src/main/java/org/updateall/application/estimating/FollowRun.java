package org.updateall.application.estimating;

import org.updateall.domain.progress.RemainingTimeForecaster;
import org.updateall.domain.progress.RunProgress;

/**
 * Use case: follow a run that is about to begin, to say at any time how long it will still take.
 */
public final class FollowRun {

  private final RemainingTimeForecaster forecaster;

  public FollowRun(RemainingTimeForecaster forecaster) {
    this.forecaster = forecaster;
  }

  /** All plugins of the estimate wait, and so do those that it does not know. */
  public RunProgress follow(RunEstimate estimate) {
    return new RunProgress(estimate.plan(), forecaster);
  }
}
