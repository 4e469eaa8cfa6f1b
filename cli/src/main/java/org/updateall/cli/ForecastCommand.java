package org.updateall.cli;

import io.vavr.control.Either;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.updateall.application.forecasting.ForecastRequest;
import org.updateall.application.forecasting.SeriesAhead;
import org.updateall.application.forecasting.SeriesForecast;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.ForecastOptions;
import org.updateall.domain.forecast.ForecastOptions.Refit;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.StepForecast;
import org.updateall.domain.history.FileRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Forecasts what comes next in series. */
@Command(
    name = "forecast",
    description = {
      "Forecast the values that come next in series of any kind, several steps ahead.",
      "",
      "A FILE has the columns series_id and value, and timestamp if times are known, in any order, "
          + "plain or packed by gzip, the rows of a series in the order of time. Without timestamps values "
          + "count as a day apart. The file of --future has the columns series_id and those of --covariates, "
          + "a row for each step, the next one first."
    },
    footer = {
      "",
      "Examples:",
      "  update-all forecast --input series.csv --horizon 6",
      "  update-all forecast --input hours.csv.gz --horizon 48 --season 24",
      "  update-all forecast --input a.csv --horizon 1 --output next.csv"
    })
final class ForecastCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("series_id", "step", "point", "lower", "upper");

  /** So that no slip of a finger asks for more than memory holds. */
  private static final int GREATEST_HORIZON = 100_000;

  @ParentCommand private UpdateAllCommand root;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description = "Tables of series. May be given several times.")
  private List<Path> inputs = List.of();

  @Option(
      names = "--horizon",
      paramLabel = "N",
      required = true,
      description = "How many steps to forecast.")
  private int horizon;

  @Mixin private SeriesChoices choices = new SeriesChoices();

  @Mixin private LevelChoice level = new LevelChoice();

  @Option(
      names = "--future",
      paramLabel = "FILE",
      description = "The covariates of the steps to come; those that are not there are not known.")
  private @Nullable Path future;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write the forecasts there in the place of a table: series_id, step, point, lower, upper.")
  private @Nullable Path output;

  @Option(
      names = "--joint",
      description =
          "FROM and TO are to hold all steps at once, not each by itself; JSON has both, always.")
  private boolean joint;

  @Override
  public Integer call() {
    Session session = root.session();
    // Wrong words and places are to be refused before anything is read or computed.
    requireConsistent();
    request(session, List.of());
    OutputTable table = output == null ? null : new OutputTable(output, COLUMNS);
    int code = table == null ? ExitCode.DONE : table.check(session);
    return code == ExitCode.DONE ? forecast(session, table) : code;
  }

  private int forecast(Session session, @Nullable OutputTable table) {
    try (UpdateAll updateAll = session.openWithoutHistory()) {
      choices.requireKnownModel(updateAll);
      return SeriesReader.perhapsTimed(choices.covariates())
          .read(inputs)
          .flatMap(series -> future(series).map(next -> ahead(series, next)))
          .fold(session::refuseAll, ahead -> forecast(session, updateAll, ahead, table));
    }
  }

  private Either<List<FileRefused>, Map<String, List<Covariates>>> future(
      List<InputSeries> series) {
    return future == null
        ? Either.right(Map.of())
        : new FutureReader(series, choices.covariates()).read(future);
  }

  /** The series with what is known of as many steps as are asked for. */
  private List<SeriesAhead> ahead(List<InputSeries> series, Map<String, List<Covariates>> next) {
    return series.stream()
        .map(
            each -> {
              List<Covariates> known =
                  new ArrayList<>(next.getOrDefault(each.series().name(), List.of()));
              known.addAll(Collections.nCopies(horizon, Covariates.NONE));
              return new SeriesAhead(each.series(), known.subList(0, horizon));
            })
        .toList();
  }

  private int forecast(
      Session session, UpdateAll updateAll, List<SeriesAhead> ahead, @Nullable OutputTable table) {
    List<SeriesForecast> done = updateAll.forecast(request(session, ahead), session.progress());
    if (session.json()) {
      session.printJson(document(done));
    } else if (table == null) {
      show(session, done);
    }
    return table == null ? ExitCode.DONE : write(session, table, done);
  }

  private void show(Session session, List<SeriesForecast> done) {
    if (done.isEmpty()) {
      session.print("There is no series to forecast.");
      return;
    }
    Table table =
        new Table(
            Column.left("SERIES_ID"),
            Column.right("STEP"),
            Column.right("EXPECTED"),
            Column.right("FROM"),
            Column.right("TO"));
    for (SeriesForecast each : done) {
      for (StepForecast step : each.steps()) {
        table.row(
            each.series().name(),
            Integer.toString(step.step()),
            Quantity.plain(step.point()),
            Quantity.plain(bounds(step).lower()),
            Quantity.plain(bounds(step).upper()));
      }
    }
    session.print(table);
  }

  private Map<String, Object> document(List<SeriesForecast> done) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("model", choices.model());
    document.put("level", level.level());
    document.put("intervals", choices.intervals().wireName());
    document.put("horizon", horizon);
    document.put("series", done.stream().map(ForecastCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(SeriesForecast forecast) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("series_id", forecast.series().name());
    document.put("values", forecast.series().size());
    document.put("steps", forecast.steps().stream().map(ForecastCommand::document).toList());
    return document;
  }

  private static Map<String, Object> document(StepForecast step) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("step", step.step());
    document.put("point", step.point());
    document.put("lower", step.interval().lower());
    document.put("upper", step.interval().upper());
    document.put("band_lower", step.band().lower());
    document.put("band_upper", step.band().upper());
    return document;
  }

  private int write(Session session, OutputTable table, List<SeriesForecast> done) {
    int forecasts = done.stream().mapToInt(each -> each.steps().size()).sum();
    return table.write(session, done.stream().flatMap(this::rows), forecasts);
  }

  private PredictionInterval bounds(StepForecast step) {
    return joint ? step.band() : step.interval();
  }

  private Stream<List<Object>> rows(SeriesForecast forecast) {
    return forecast.steps().stream()
        .map(
            step ->
                List.of(
                    forecast.series().name(),
                    step.step(),
                    step.point(),
                    bounds(step).lower(),
                    bounds(step).upper()));
  }

  private ForecastRequest request(Session session, List<SeriesAhead> ahead) {
    ForecastOptions options = choices.options(session, Refit.SCHEDULED, choices.covariates());
    return new ForecastRequest(ahead, options, level.level(), choices.threads());
  }

  private void requireConsistent() {
    if (horizon < 1 || horizon > GREATEST_HORIZON) {
      throw new UsageException(
          "--horizon must be from 1 to %d, and is %d".formatted(GREATEST_HORIZON, horizon));
    }
    if (future != null && choices.covariates().isEmpty()) {
      throw new UsageException("--future tells covariates, and goes with --covariates");
    }
  }
}
