package org.updateall.cli;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.AnnouncedTotal;
import org.updateall.application.updating.CheckRequest;
import org.updateall.application.updating.UpdateCheck;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.AnnouncedWork;
import org.updateall.domain.updating.DownloadPrecision;
import org.updateall.domain.updating.PreflightReport;
import org.updateall.domain.updating.PreflightReport.Finding;

/** A check for updates as a person likes to read it. */
final class CheckTable {

  private static final String UNKNOWN = "–";

  private final Session session;
  private final UpdateCheck check;
  private final CheckRequest request;
  private boolean assumes;

  private CheckTable(Session session, UpdateCheck check, CheckRequest request) {
    this.session = session;
    this.check = check;
    this.request = request;
  }

  static void show(Session session, UpdateCheck check, CheckRequest request) {
    new CheckTable(session, check, request).show();
  }

  private void show() {
    List<PreflightReport> shown = check.reports().stream().filter(this::isShown).toList();
    if (shown.isEmpty()) {
      session.print("There is nothing here that a plugin could update.");
    } else {
      heading();
      session.print("");
      session.print(table(shown));
      new CheckNotes(check, request, session.verbose()).lines(assumes).forEach(session::print);
    }
  }

  private void heading() {
    session.heading(
        check
            .forecast()
            .map(
                forecast ->
                    "Updates (%s), each range meant to hold in %s of all cases"
                        .formatted(
                            HostFilter.inWords(forecast.host()), Quantity.level(request.level())))
            .getOrElse("Updates"));
  }

  private boolean isShown(PreflightReport report) {
    return isShown(report, request);
  }

  /** What is not on this machine is only shown to those who ask for it. */
  static boolean isShown(PreflightReport report, CheckRequest request) {
    return report.finding() != Finding.NOT_APPLICABLE || !request.plugins().isEmpty();
  }

  private Table table(List<PreflightReport> shown) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("STATE"),
            Column.right("PACKAGES"),
            Column.right("DOWNLOAD"),
            Column.right("TIME"),
            Column.right("FROM"),
            Column.right("TO"),
            Column.right("MEMORY"),
            Column.right("FROM"),
            Column.right("TO"));
    shown.forEach(report -> addRow(table, report));
    long waiting = shown.stream().filter(each -> estimate(each.plugin()).isDefined()).count();
    if (waiting > 1) {
      table.rule();
      check.forecast().forEach(forecast -> addTotal(table, forecast));
    }
    return table;
  }

  private void addRow(Table table, PreflightReport report) {
    List<String> row = new ArrayList<>();
    row.add(report.plugin().value());
    row.add(state(report.finding()));
    AnnouncedWork work = report.work();
    row.add(work.packageCount() == null ? UNKNOWN : Count.of(work.packageCount()));
    row.add(download(report));
    addPrediction(row, prediction(report.plugin(), Target.WALL_CLOCK));
    addPrediction(row, prediction(report.plugin(), Target.MEMORY_PEAK));
    table.row(row.toArray(String[]::new));
  }

  private static String state(Finding finding) {
    return switch (finding) {
      case UPDATES -> "updates wait";
      case UP_TO_DATE -> "up to date";
      case NOT_APPLICABLE -> "not here";
      case UNTOLD -> "cannot tell";
      case FAILED -> "failed";
    };
  }

  /** What is announced, else what is expected of past runs. */
  private String download(PreflightReport report) {
    Long bytes = report.work().downloadBytes();
    if (bytes != null) {
      return prefix(report.work().precision()) + Quantity.bytes(bytes);
    }
    return prediction(report.plugin(), Target.DOWNLOAD_SIZE)
        .map(prediction -> "expected " + Quantity.bytes(prediction.point()))
        .getOrElse(UNKNOWN);
  }

  private static String prefix(@Nullable DownloadPrecision precision) {
    return precision == DownloadPrecision.UPPER_BOUND
        ? "at most "
        : precision == DownloadPrecision.ROUNDED ? "about " : "";
  }

  private void addPrediction(List<String> row, Option<Prediction> prediction) {
    if (prediction.isEmpty()) {
      row.addAll(List.of(UNKNOWN, UNKNOWN, UNKNOWN));
      return;
    }
    boolean assumed = prediction.get().restsOnAssumption(request.level());
    assumes |= assumed;
    addFigures(
        row,
        prediction.get().key().target(),
        prediction.get().point(),
        prediction.get().interval(request.level()),
        assumed ? " *" : "");
  }

  private static void addFigures(
      List<String> row, Target target, double point, PredictionInterval interval, String mark) {
    row.add(Quantity.of(target, point));
    row.add(Quantity.of(target, interval.lower()));
    row.add(Quantity.of(target, interval.upper()) + mark);
  }

  private void addTotal(Table table, RunEstimate forecast) {
    AnnouncedTotal total = check.total();
    List<String> row = new ArrayList<>(List.of("all together", ""));
    Long packages = total.packages();
    row.add(
        packages == null
            ? UNKNOWN
            : (total.withoutPackages().isEmpty() ? "" : "at least ") + Count.of(packages));
    Long bytes = total.downloadBytes();
    row.add(
        bytes == null
            ? UNKNOWN
            : (total.withoutBytes().isEmpty() ? "" : "at least ") + Quantity.bytes(bytes));
    for (Target target : List.of(Target.WALL_CLOCK, Target.MEMORY_PEAK)) {
      Option<TotalPrediction> all = forecast.total(target);
      if (all.isEmpty()) {
        row.addAll(List.of(UNKNOWN, UNKNOWN, UNKNOWN));
      } else {
        addFigures(row, target, all.get().point(), all.get().interval(request.level()), "");
      }
    }
    table.row(row.toArray(String[]::new));
  }

  private Option<ResourceEstimate> estimate(PluginName plugin) {
    return estimate(check, plugin);
  }

  /** What is foretold of a plugin. */
  static Option<ResourceEstimate> estimate(UpdateCheck check, PluginName plugin) {
    return check
        .forecast()
        .flatMap(
            forecast ->
                Option.ofOptional(
                    forecast.plugins().stream()
                        .filter(each -> each.plugin().equals(plugin))
                        .findFirst()));
  }

  private Option<Prediction> prediction(PluginName plugin, Target target) {
    return estimate(plugin).flatMap(each -> each.prediction(target));
  }
}
