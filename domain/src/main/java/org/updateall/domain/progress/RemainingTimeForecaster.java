package org.updateall.domain.progress;

/** Port: forecasts how long runs that are under way will still take. Safe for several threads. */
public interface RemainingTimeForecaster {

  /** Prepares for one run, so that it can be asked of often. */
  RemainingTimeForecast open(RunPlan plan);
}
