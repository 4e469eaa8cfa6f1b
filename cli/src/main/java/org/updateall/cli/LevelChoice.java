package org.updateall.cli;

import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import picocli.CommandLine.Option;

/** How probable an interval is to be. */
final class LevelChoice {

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "The probability that an interval is to have, up to 0.99 (default: 0.9).")
  private double level = PredictionInterval.DEFAULT_LEVEL;

  /**
   * @throws UsageException if no interval of that level is known
   */
  double level() {
    return ForecastChoices.checked(
        "--level",
        () -> {
          PredictiveDistribution.requireKnownLevel(level);
          return level;
        });
  }
}
