package org.updateall.cli;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Origins;
import picocli.CommandLine.Option;

/** Which values of a series are forecast. */
final class OriginChoices {

  @Option(
      names = "--last-fraction",
      paramLabel = "SHARE",
      description = "Forecast the last values, this share of a series (default: 0.3) ...")
  private @Nullable Double lastFraction;

  @Option(
      names = "--last-max",
      paramLabel = "N",
      description = "... but no more than N (default: 30).")
  private @Nullable Integer lastMax;

  @Option(
      names = "--all-origins",
      description = "Forecast every value from the fourth on in their place.")
  private boolean all;

  /**
   * @throws UsageException if they cannot be, or contradict each other
   */
  Origins origins() {
    if (all) {
      requireNothingElse();
      return Origins.all();
    }
    Origins usual = Origins.defaults();
    double fraction = lastFraction == null ? usual.lastFraction() : lastFraction;
    int most = lastMax == null ? usual.lastMax() : lastMax;
    if (most < 0) {
      throw new UsageException("--last-max must not be below 0, and is " + most);
    }
    return ForecastChoices.checked("--last-fraction", () -> new Origins(fraction, most));
  }

  private void requireNothingElse() {
    if (lastFraction != null || lastMax != null) {
      throw new UsageException("--all-origins goes not with --last-fraction and --last-max");
    }
  }
}
