package org.updateall.cli;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.ForecastOptions.ScaleChoice;
import org.updateall.domain.forecast.IntervalMethod;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How series are forecast: the words that backtest, forecast and reference share. */
final class SeriesChoices {

  /** The scales, as a user names them. */
  enum Scale {
    AUTO(ScaleChoice.AUTO),
    RAW(ScaleChoice.RAW),
    SQRT(ScaleChoice.SQUARE_ROOT),
    LOG(ScaleChoice.LOGARITHM);

    private final ScaleChoice choice;

    Scale(ScaleChoice choice) {
      this.choice = choice;
    }
  }

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "What to forecast by (default: "
              + ForecastOptions.POOL
              + "). An unknown NAME is answered with those that there are.")
  private String model = ForecastOptions.POOL;

  @Mixin private IntervalsChoice intervals = new IntervalsChoice();

  @Option(
      names = "--covariates",
      paramLabel = "COLUMN",
      split = ",",
      description =
          "Columns of numbers that are known before a run begins and may be used, with commas "
              + "between them, such as packages; no other column is (default: none; of the own "
              + "history, all).")
  private List<String> covariates = List.of();

  @Option(
      names = "--scale",
      paramLabel = "auto|raw|sqrt|log",
      description = "On which scale a single model works (default: auto, the one that did best).")
  private Scale scale = Scale.AUTO;

  @Option(
      names = "--season",
      paramLabel = "N",
      description = "How many values make a season (default: as the times say).")
  private @Nullable Integer season;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Whose clock says hour and weekday (default: UTC).")
  private @Nullable String zone;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many series to work on at a time (default: as there are processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  String model() {
    return model;
  }

  IntervalMethod intervals() {
    return intervals.method();
  }

  /**
   * @throws UsageException if there is none
   */
  int threads() {
    if (threads < 1) {
      throw new UsageException("--threads must be above 0, and is " + threads);
    }
    return threads;
  }

  /**
   * @throws UsageException if one of them is a column of another meaning
   */
  List<String> covariates() {
    List<String> names = covariates.stream().map(String::strip).distinct().toList();
    for (String name : names) {
      if (name.isEmpty() || SeriesReader.OWN_COLUMNS.contains(name)) {
        throw new UsageException("--covariates: '%s' can be no covariate".formatted(name));
      }
    }
    return names;
  }

  /**
   * @param used the covariates that may be used
   * @throws UsageException if the season or the zone cannot be
   */
  ForecastOptions options(Session session, Refit refit, List<String> used) {
    ZoneId clock = zone == null ? ZoneOffset.UTC : session.zone(zone);
    return ForecastChoices.checked(
        "--season",
        () ->
            new ForecastOptions(
                model, scale.choice, refit, used, season, clock, intervals.method(), null));
  }

  /**
   * @throws UsageException if there is no model of that name
   */
  void requireKnownModel(UpdateAll updateAll) {
    ForecastChoices.requireKnownModel(model, updateAll.forecastModels());
  }
}
