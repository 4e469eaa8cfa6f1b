package org.updateall.modeling.interval;

/** How predictive quantiles about point forecasts are made. */
public enum IntervalKind {
  /** Experts, weighed by what they have earned. */
  POOL,
  /** Split conformal prediction on the scale that has served best. */
  SPLIT,
  /** Conformalised quantile regression. */
  CQR,
  /** Adaptive conformal inference. */
  ACI
}
