package org.updateall.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.TrainingOptions;
import picocli.CommandLine.Option;

/** The options that decide how models are trained. */
final class TrainingChoices {

  @Option(
      names = "--lookback-days",
      paramLabel = "DAYS",
      description =
          "Learn only from runs this many days before the plugin's last one (default: from all).")
  private @Nullable Integer lookbackDays;

  @Option(
      names = "--outlier-threshold",
      paramLabel = "Z",
      description =
          "Leave values out that lie more than Z standard deviations from the mean (default: "
              + "leave none out).")
  private @Nullable Double outlierThreshold;

  @Option(
      names = "--log-transform",
      description = "Force the logarithmic scale instead of letting the data choose.")
  private boolean logarithm;

  @Option(
      names = "--min-samples",
      paramLabel = "N",
      description =
          "Train on no fewer runs, where the model family has no minimum of its own (default: "
              + TrainingOptions.GENERIC_MIN_OBSERVATIONS
              + ").")
  private int minSamples = TrainingOptions.GENERIC_MIN_OBSERVATIONS;

  /**
   * @throws UsageException if a limit is not above zero
   */
  TrainingOptions options() {
    try {
      return new TrainingOptions(
          null,
          minSamples,
          lookbackDays == null ? null : Duration.ofDays(lookbackDays),
          outlierThreshold,
          logarithm);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
