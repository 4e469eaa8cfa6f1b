package org.updateall.cli;

import java.util.List;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.PredictiveDistribution;
import picocli.CommandLine.Option;

/** How probable intervals are to be, where there may be several about one forecast. */
final class LevelChoices {

  @Option(
      names = "--level",
      paramLabel = "P",
      description =
          "The probability that an interval is to have, up to 0.99 (default: 0.9). Given several "
              + "times, the scores are of the first, and the coverage of each is told, too.")
  private List<Double> levels = List.of(PredictionInterval.DEFAULT_LEVEL);

  /**
   * Each once, in the order in which they were named.
   *
   * @throws UsageException if no interval of one of them is known
   */
  List<Double> levels() {
    return ForecastChoices.checked(
        "--level",
        () -> {
          levels.forEach(PredictiveDistribution::requireKnownLevel);
          return levels.stream().distinct().toList();
        });
  }
}
