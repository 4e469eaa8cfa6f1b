package org.updateall.domain.joint;

import java.util.Map;
import org.updateall.domain.forecast.PredictiveDistribution;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;

/**
 * Port: forecasts what several plugins come to together. Deterministic: the same run gives the same
 * totals, in whatever order its plugins are named. Safe for use by several threads.
 */
public interface JointForecaster {

  /**
   * The total of every target of which anything is predicted. CPU time and downloads add up.
   * Elapsed time is the time from the begin of the first plugin to the end of the last one. Memory
   * is the largest sum over plugins that run at the same time: of plugins that run one after
   * another the largest of them.
   *
   * <p>A total of one plugin is the {@link PredictiveDistribution} of that plugin. The expected
   * value of a sum is the sum of the expected values. Shares of draws in which a plugin is critical
   * are told for elapsed time alone.
   */
  Map<Target, TotalPrediction> totals(JointRun run);
}
