package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.training.TrainingReport;
import org.updateall.application.training.TrainingRequest;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Backtest;
import org.updateall.domain.forecast.DataQuality;
import org.updateall.domain.forecast.IntervalMethod;
import org.updateall.domain.forecast.SeriesKey;
import org.updateall.domain.forecast.Training;
import org.updateall.domain.forecast.TrainingRefused;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Trains models and shows how they would have fared. */
@Command(
    name = "train",
    description = {
      "Train a model of every measure of every plugin, and show how it would have fared. A model "
          + "that is kept goes on with the runs it has not seen.",
      "",
      "COVERAGE is the share of past values that lay inside the interval forecast for them from "
          + "what came before, FORECASTS how many there were; ERROR the mean absolute error of those forecasts; AGAINST LAST that "
          + "error in proportion to the one of \"same as last time\"."
    },
    footer = {
      "",
      "Examples:",
      "  update-all train",
      "  update-all train apt --model theta",
      "  update-all train --all"
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private ForecastChoices choices = new ForecastChoices();

  @Option(
      names = "--all",
      description =
          "Train everything anew, from the first run on (default: go on from kept models, which "
              + "comes to the same, sooner).")
  private boolean fromNothing;

  @Override
  public Integer call() {
    return choices.answer(root.session(), this::request, TrainCommand::train);
  }

  private TrainingRequest request(HostScope host) {
    return new TrainingRequest(
        choices.plugins(), host, choices.options(), choices.level(), fromNothing);
  }

  private static int train(Session session, UpdateAll updateAll, TrainingRequest request) {
    TrainingReport report = updateAll.train(request, session.progress());
    if (session.json()) {
      session.printJson(document(report, request.level(), request.options().intervals()));
    } else {
      show(session, report, request.level());
    }
    return ForecastChoices.complainOf(session, report.unknown());
  }

  private static void show(Session session, TrainingReport report, double level) {
    if (report.trained().isEmpty() && report.refused().isEmpty()) {
      if (report.unknown().isEmpty()) {
        session.print(HostFilter.NO_HISTORY);
      }
      return;
    }
    showModels(session, report, level);
    if (report.trained().isEmpty()
        && report.refused().stream().allMatch(each -> each.quality().observations() == 0)) {
      session.print("No plugin has a successful run with a measured time yet.");
    }
    List<TrainingRefused> tooFew =
        report.refused().stream().filter(refused -> refused.quality().observations() > 0).toList();
    for (TrainingRefused refused : tooFew) {
      session.print(
          "%s, %s: no model: %s"
              .formatted(
                  refused.key().plugin().value(),
                  EstimateTable.measure(refused.key().target()),
                  refused.reason()));
    }
    warnings(report).forEach(session::remark);
  }

  /** The models alone, with what their check on the past gave. */
  static void showModels(Session session, TrainingReport report, double level) {
    if (!report.trained().isEmpty()) {
      session.print(table(report, level));
    }
  }

  /** One line for all measures of a plugin that share a warning. */
  private static List<String> warnings(TrainingReport report) {
    Map<String, List<String>> measures = new LinkedHashMap<>();
    for (Training trained : report.trained()) {
      SeriesKey key = trained.model().key();
      for (String warning : trained.quality().warnings()) {
        measures
            .computeIfAbsent(
                "Note: %s: %s: ".formatted(key.plugin().value(), warning),
                first -> new ArrayList<>())
            .add(EstimateTable.measure(key.target()));
      }
    }
    return measures.entrySet().stream()
        .map(entry -> entry.getKey() + String.join(", ", entry.getValue()))
        .toList();
  }

  private static Table table(TrainingReport report, double level) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("MEASURE"),
            Column.right("RUNS"),
            Column.left("MODEL"),
            Column.left("SCALE"),
            Column.right("COVERAGE OF " + Quantity.level(level)),
            Column.right("FORECASTS"),
            Column.right("ERROR"),
            Column.right("AGAINST LAST"));
    for (Training training : report.trained()) {
      SeriesKey key = training.model().key();
      Backtest backtest = training.backtest();
      table.row(
          key.plugin().value(),
          EstimateTable.measure(key.target()),
          Integer.toString(training.model().provenance().observations()),
          training.model().provenance().form(),
          training.model().provenance().scale(),
          backtest.coverage().map(Quantity::percent).getOrElse("–"),
          Integer.toString(backtest.origins()),
          backtest.origins() == 0 ? "–" : Quantity.of(key.target(), backtest.meanAbsoluteError()),
          against(backtest));
    }
    return table;
  }

  private static String against(Backtest backtest) {
    return backtest.origins() == 0 || backtest.lastValueError() == 0
        ? "–"
        : Quantity.percent(backtest.meanAbsoluteError() / backtest.lastValueError());
  }

  static Map<String, Object> document(
      TrainingReport report, double level, IntervalMethod intervals) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("level", level);
    document.put("intervals", intervals.wireName());
    document.put("models", report.trained().stream().map(TrainCommand::document).toList());
    document.put("refused", report.refused().stream().map(TrainCommand::document).toList());
    document.put("unknown", report.unknown().stream().map(PluginName::value).toList());
    return document;
  }

  private static Map<String, Object> document(Training training) {
    Map<String, Object> document = key(training.model().key());
    document.put("model", training.model().provenance().family());
    document.put("form", training.model().provenance().form());
    document.put("scale", training.model().provenance().scale());
    document.put("runs", training.model().provenance().observations());
    document.put("trained_at", training.model().provenance().trainedAt().toString());
    document.put("backtest", document(training.backtest()));
    document.put("quality", document(training.quality()));
    return document;
  }

  private static Map<String, Object> document(TrainingRefused refused) {
    Map<String, Object> document = key(refused.key());
    document.put("reason", refused.reason());
    document.put("quality", document(refused.quality()));
    return document;
  }

  private static Map<String, Object> key(SeriesKey key) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("plugin", key.plugin().value());
    document.put("target", key.target().wireName());
    return document;
  }

  private static Map<String, Object> document(Backtest backtest) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("level", backtest.level());
    document.put("origins", backtest.origins());
    document.put("coverage", backtest.coverage().map(Json::share).getOrNull());
    document.put("below", backtest.below());
    document.put("above", backtest.above());
    document.put("mean_absolute_error", measured(backtest, backtest.meanAbsoluteError()));
    document.put("root_mean_squared_error", measured(backtest, backtest.rootMeanSquaredError()));
    document.put(
        "mean_absolute_percentage_error",
        measured(backtest, 100 * backtest.meanAbsolutePercentageError()));
    document.put(
        "mean_absolute_scaled_error", measured(backtest, backtest.meanAbsoluteScaledError()));
    document.put("last_value_error", measured(backtest, backtest.lastValueError()));
    document.put("mean_of_three_error", measured(backtest, backtest.meanOfThreeError()));
    document.put("mean_width", measured(backtest, backtest.meanWidth()));
    document.put("interval_score", measured(backtest, backtest.intervalScore()));
    return document;
  }

  /** Of no forecasts there is no mean, nor a figure that cannot be. */
  private static @Nullable Double measured(Backtest backtest, double mean) {
    return backtest.origins() == 0 || !Double.isFinite(mean) ? null : Json.sixFigures(mean);
  }

  private static Map<String, Object> document(DataQuality quality) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("observations", quality.observations());
    document.put("missing", quality.missing());
    document.put("outside_lookback", quality.outsideLookback());
    document.put("outliers", quality.outliers());
    document.put("removed", quality.removed());
    document.put("duplicate_times", quality.duplicateTimes());
    document.put("span_days", quality.span().toDays());
    document.put("issues", quality.issues());
    document.put("warnings", quality.warnings());
    return document;
  }
}
