package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.forecasting.BacktestRequest;
import org.updateall.application.forecasting.GatheredSeries;
import org.updateall.application.forecasting.NothingToLearnFrom;
import org.updateall.application.forecasting.SeriesBacktest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.Observation;
import org.updateall.domain.forecast.ObservedSeries;
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
          + "series took. Relative figures are geometric means over series."
    },
    footer = {
      "",
      "Examples:",
      "  update-all backtest",
      "  update-all backtest --input a.csv b.csv.gz --by source",
      "  update-all backtest --input updates.csv --covariates packages",
      "  update-all backtest --input a.csv b.csv --reference others --by-length"
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

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Tables of series. May be given several times.")
  private List<Path> inputs = List.of();

  @Mixin private SeriesChoices choices = new SeriesChoices();

  @Mixin private LevelChoices levels = new LevelChoices();

  @Mixin private ReferenceChoice reference = new ReferenceChoice();

  @Option(
      names = "--refit",
      paramLabel = "schedule|always",
      description =
          "Fit a model anew when its series has grown by a fifth or shifted, or before each forecast "
              + "(default: schedule).")
  private When refit = When.SCHEDULE;

  @Mixin private OriginChoices origins = new OriginChoices();

  @Option(
      names = "--by",
      paramLabel = "source|metric",
      description =
          "Tell the scores of each source or metric, too: columns of that name, or the plugins and "
              + "measures of the history.")
  private BacktestReport.@Nullable Grouping grouping;

  @Option(
      names = "--by-length",
      description =
          "Tell the scores by the number of values before a forecast, too: 3-5, 6-9, 10-19, 20-49, "
              + "50+. The forecasts of one series are spread over them.")
  private boolean byLength;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the forecasts there: series_id, timestamp, origin_index, point, lower, upper, and "
              + "bounds of each further level.")
  private @Nullable Path output;

  @Option(
      names = "--picture",
      paramLabel = "FILE.svg",
      description = "Draw how often intervals of eleven levels held, against what they promised.")
  private @Nullable Path picture;

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
    request(List.of(), options(session, choices.covariates()));
    requireKnownCovariates();
    List<PluginName> names = names();
    BacktestTable table = output == null ? null : new BacktestTable(output, levels.levels());
    int code = table == null ? ExitCode.DONE : table.check(session);
    if (code == ExitCode.DONE && picture != null) {
      code = new CoveragePicture(picture).check(session);
    }
    if (code != ExitCode.DONE) {
      return code;
    }
    return inputs.isEmpty()
        ? backtestHistory(session, names, table)
        : backtestFiles(session, table);
  }

  private int backtestFiles(Session session, @Nullable BacktestTable table) {
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      choices.requireKnownModel(updateAll);
      return SeriesReader.timed(choices.covariates(), columns())
          .read(inputs)
          .fold(
              session::refuseAll,
              series -> backtest(session, updateAll, series, choices.covariates(), table));
    }
  }

  private int backtestHistory(
      Session session, List<PluginName> names, @Nullable BacktestTable table) {
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
      @Nullable BacktestTable table) {
    return reference
        .on(options(session, covariates), updateAll)
        .map(options -> request(series.stream().map(InputSeries::series).toList(), options))
        .fold(
            session::refuseAll,
            request ->
                backtest(session, updateAll, series, request)
                    .fold(
                        nothing -> complain(session, nothing),
                        done -> tell(session, updateAll, request, series, done, table)));
  }

  private Either<NothingToLearnFrom, List<SeriesBacktest>> backtest(
      Session session, UpdateAll updateAll, List<InputSeries> series, BacktestRequest request) {
    return reference.isOthers()
        ? updateAll.backtestByOthers(
            request, series.stream().map(InputSeries::source).toList(), session.progress())
        : Either.right(updateAll.backtest(request, session.progress()));
  }

  private static int complain(Session session, NothingToLearnFrom nothing) {
    session.complain(
        "--reference others: no source but '%s' has a series of two values"
            .formatted(nothing.source()));
    return ExitCode.NOT_AS_HOPED;
  }

  private int tell(
      Session session,
      UpdateAll updateAll,
      BacktestRequest request,
      List<InputSeries> series,
      List<SeriesBacktest> done,
      @Nullable BacktestTable table) {
    new BacktestReport(request, grouping, byLength, series, done).show(session);
    int code = table == null ? ExitCode.DONE : table.write(session, series, done);
    return code == ExitCode.DONE && picture != null
        ? new CoveragePicture(picture).write(session, updateAll.pictures(), done)
        : code;
  }

  private ForecastOptions options(Session session, List<String> covariates) {
    return choices.options(session, refit.refit, covariates);
  }

  private BacktestRequest request(List<ObservedSeries> series, ForecastOptions options) {
    return new BacktestRequest(
        series,
        options,
        origins.origins(),
        picture == null ? levels.levels() : CoveragePicture.levelsWith(levels.levels()),
        choices.threads());
  }

  /** The plugins that are meant, if the words go together. */
  private List<PluginName> names() {
    if (!inputs.isEmpty() && (host.isMade() || !plugins.isEmpty())) {
      throw new UsageException("--host and --plugin are of the history, and go not with --input");
    }
    if (inputs.isEmpty() && reference.isOthers()) {
      throw new UsageException("--reference others: the sources are those of --input");
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

  /** The columns that are needed beside those of every table. */
  private List<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    if (grouping != null) {
      columns.add(grouping.column());
    }
    if (reference.isOthers()) {
      columns.add(SeriesReader.SOURCE);
    }
    return List.copyOf(columns);
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
