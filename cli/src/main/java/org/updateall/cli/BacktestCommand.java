package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.GatheredSeries;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
import org.updateall.domain.forecast.OneStepForecast;
import org.updateall.domain.forecast.Origins;
import org.updateall.domain.forecast.TrainingSeries;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Forecasts the past of series and says how that would have fared. */
@Command(
    name = "backtest",
    description = {
      "Forecast the last values of series, each from what came before it, and say how well that went.",
      "",
      "Without --input the series are those of the history: each measure of each plugin. A FILE has "
          + "the columns series_id, timestamp and value in any order, plain or packed by gzip, the rows "
          + "of a series in the order of time; a timestamp is such as 2026-01-31T12:00:00Z, of UTC "
          + "where it names no offset.",
      "",
      "RELATIVE MAE is the mean absolute error in proportion to that of \"same as last time\", MASE in "
          + "proportion to the mean difference of neighbouring values before, MAPE in proportion to the "
          + "value; COVERAGE the share of values inside their interval; RELATIVE SCORE the interval score "
          + "in proportion to that of the last value give or take its last 100 errors; TIME what a "
          + "series took. Relative figures are geometric means over series.",
      "",
      "Examples:",
      "  update-all backtest",
      "  update-all backtest --input a.csv b.csv.gz --by source --output forecasts.csv",
      "  update-all backtest --input updates.csv --covariates packages"
    })
final class BacktestCommand implements Callable<Integer> {

  /** When models are fitted anew, as a user names it. */
  enum When {
    SCHEDULE(Refit.SCHEDULED),
    ALWAYS(Refit.EVERY_ORIGIN);

    private final Refit refit;

    When(Refit refit) {
      this.refit = refit;
    }
  }

  /** What can be known of runs of the history before they begin. */
  private static final List<String> HISTORY_COVARIATES =
      List.of(Covariates.PACKAGES, Covariates.DOWNLOAD_BYTES);

  private static final List<String> COLUMNS =
      List.of("series_id", "timestamp", "origin_index", "point", "lower", "upper");

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Tables of series. May be given several times.")
  private List<Path> inputs = List.of();

  @Mixin private SeriesChoices choices = new SeriesChoices();

  @Option(
      names = "--refit",
      paramLabel = "schedule|always",
      description =
          "Fit a model anew when its series has grown by a fifth or shifted, or before each forecast "
              + "(default: schedule).")
  private When refit = When.SCHEDULE;

  @Option(
      names = "--last-fraction",
      paramLabel = "SHARE",
      description = "Forecast the last values, this share of a series (default: 0.3) ...")
  private double lastFraction = Origins.defaults().lastFraction();

  @Option(
      names = "--last-max",
      paramLabel = "N",
      description = "... but no more than N (default: 30).")
  private int lastMax = Origins.defaults().lastMax();

  @Option(
      names = "--by",
      paramLabel = "source|metric",
      description =
          "Tell the scores of each source or metric, too: columns of that name, or the plugins and "
              + "measures of the history.")
  private BacktestReport.@Nullable Grouping grouping;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the forecasts there: series_id, timestamp, origin_index, point, lower, upper.")
  private @Nullable Path output;

  @Mixin private HostChoice host = new HostChoice();

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      description = "Only that plugin of the history. May be given several times.")
  private List<String> plugins = List.of();

  @Override
  public Integer call() {
    Session session = root.session();
    // Wrong words and places are to be refused before anything is read or computed.
    request(session, List.of(), choices.covariates());
    requireKnownCovariates();
    List<PluginName> names = names();
    OutputTable table = output == null ? null : new OutputTable(output, COLUMNS);
    int code = table == null ? ExitCode.DONE : table.check(session);
    if (code != ExitCode.DONE) {
      return code;
    }
    return inputs.isEmpty()
        ? backtestHistory(session, names, table)
        : backtestFiles(session, table);
  }

  private int backtestFiles(Session session, @Nullable OutputTable table) {
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      choices.requireKnownModel(updateAll);
      return SeriesReader.timed(choices.covariates(), groupColumn())
          .read(inputs)
          .fold(
              session::refuseAll,
              series -> backtest(session, updateAll, series, choices.covariates(), table));
    }
  }

  private int backtestHistory(
      Session session, List<PluginName> names, @Nullable OutputTable table) {
    try (UpdateAll updateAll = session.open()) {
      choices.requireKnownModel(updateAll);
      Either<Integer, HostScope> scope = host.scope(session, updateAll);
      return scope.fold(
          code -> code,
          known -> {
            GatheredSeries gathered = updateAll.gatherSeries(names, known);
            int code = ForecastChoices.complainOf(session, gathered.unknown());
            List<InputSeries> series =
                gathered.series().stream().map(BacktestCommand::input).toList();
            if (series.isEmpty() && code == ExitCode.DONE && !session.json()) {
              session.print(HostFilter.NO_HISTORY);
              return code;
            }
            List<String> covariates =
                choices.covariates().isEmpty() ? gathered.covariates() : choices.covariates();
            return Math.max(code, backtest(session, updateAll, series, covariates, table));
          });
    }
  }

  private int backtest(
      Session session,
      UpdateAll updateAll,
      List<InputSeries> series,
      List<String> covariates,
      @Nullable OutputTable table) {
    BacktestRequest request =
        request(session, series.stream().map(InputSeries::series).toList(), covariates);
    List<SeriesBacktest> done = updateAll.backtest(request, session.progress());
    new BacktestReport(request, grouping, series, done).show(session);
    return table == null ? ExitCode.DONE : write(session, table, series, done);
  }

  private static int write(
      Session session, OutputTable table, List<InputSeries> series, List<SeriesBacktest> done) {
    int forecasts = done.stream().mapToInt(each -> each.forecasts().size()).sum();
    return table.write(
        session,
        IntStream.range(0, done.size())
            .boxed()
            .flatMap(i -> rows(series.get(i), done.get(i).forecasts())),
        forecasts);
  }

  private static Stream<List<Object>> rows(InputSeries series, List<OneStepForecast> forecasts) {
    return forecasts.stream()
        .map(
            each ->
                List.of(
                    series.series().name(),
                    series.timestamps().get(each.originIndex()),
                    each.originIndex(),
                    each.point(),
                    each.interval().lower(),
                    each.interval().upper()));
  }

  private BacktestRequest request(
      Session session, List<ObservedSeries> series, List<String> covariates) {
    ForecastOptions options = choices.options(session, refit.refit, covariates);
    return new BacktestRequest(series, options, origins(), choices.level(), choices.threads());
  }

  private Origins origins() {
    if (lastMax < 0) {
      throw new UsageException("--last-max must not be below 0, and is " + lastMax);
    }
    return ForecastChoices.checked("--last-fraction", () -> new Origins(lastFraction, lastMax));
  }

  /** The plugins that are meant, if the words go together. */
  private List<PluginName> names() {
    if (!inputs.isEmpty() && (host.isMade() || !plugins.isEmpty())) {
      throw new UsageException("--host and --plugin are of the history, and go not with --input");
    }
    return plugins.stream()
        .map(name -> PluginParameters.name("--plugin", name))
        .distinct()
        .toList();
  }

  private void requireKnownCovariates() {
    for (String name : choices.covariates()) {
      if (inputs.isEmpty() && !HISTORY_COVARIATES.contains(name)) {
        throw new UsageException(
            "--covariates: the history has no %s, only %s"
                .formatted(name, String.join(" and ", HISTORY_COVARIATES)));
      }
    }
  }

  private List<String> groupColumn() {
    return grouping == null ? List.of() : List.of(grouping.column());
  }

  /** A series of the history, as if it came from a file. */
  private static InputSeries input(TrainingSeries series) {
    String plugin = series.key().plugin().value();
    String target = series.key().target().wireName();
    List<Observation> observations = series.observations();
    return new InputSeries(
        new ObservedSeries(plugin + "/" + target, observations),
        observations.stream().map(each -> each.time().toString()).toList(),
        plugin,
        target);
  }
}
