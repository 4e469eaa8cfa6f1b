package org.updateall.cli;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.Coverage;

/** An estimate as a person likes to read it. */
final class EstimateTable {

  private static final Map<Target, String> MEASURES =
      Map.of(
          Target.WALL_CLOCK, "time",
          Target.CPU_TIME, "CPU time",
          Target.MEMORY_PEAK, "memory",
          Target.DOWNLOAD_SIZE, "download");

  /** The place of the column of risks, where they are told. */
  private static final int FAILS = 5;

  private static final int MOST_CRITICAL = 5;
  private static final double LEAST_SHARE = 0.01;

  private final RunEstimate estimate;
  private final boolean tellsRisk;

  private EstimateTable(RunEstimate estimate) {
    this.estimate = estimate;
    this.tellsRisk = RiskReport.isNotable(estimate.risk());
  }

  static void show(Session session, RunEstimate estimate) {
    if (estimate.plugins().isEmpty()) {
      if (estimate.unknown().isEmpty()) {
        session.print(HostFilter.NO_HISTORY);
      }
      return;
    }
    new EstimateTable(estimate).show(session);
  }

  static String measure(Target target) {
    return MEASURES.getOrDefault(target, target.wireName());
  }

  private static String measure(ResourceEstimate plugin, Target target) {
    return plugin.coverage(target) == Coverage.INSTALL
        ? "install " + measure(target)
        : measure(target);
  }

  private void show(Session session) {
    session.heading(
        "The next run (%s), each interval meant to hold in %s of all cases"
            .formatted(HostFilter.inWords(estimate.host()), Quantity.level(estimate.level())));
    session.print("");
    session.print(table());
    notes().forEach(session::print);
  }

  private Table table() {
    Table table = new Table(columns());
    estimate.plugins().forEach(plugin -> addRows(table, plugin));
    if (estimate.plugins().size() > 1 && !estimate.totals().isEmpty()) {
      table.rule();
      addTotals(table);
    }
    return table;
  }

  private Column[] columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.left("PLUGIN"),
                Column.left("MEASURE"),
                Column.right("EXPECTED"),
                Column.right("FROM"),
                Column.right("TO"),
                Column.right("RUNS"),
                Column.left("BASIS")));
    if (tellsRisk) {
      columns.add(FAILS, Column.right("FAILS"));
    }
    return columns.toArray(Column[]::new);
  }

  /** Adds a row, with the risk in its place where risks are told. */
  private void row(Table table, String risk, String... cells) {
    List<String> row = new ArrayList<>(Arrays.asList(cells));
    if (tellsRisk) {
      row.add(FAILS, risk);
    }
    table.row(row.toArray(String[]::new));
  }

  private String risk(ResourceEstimate plugin) {
    return estimate
        .risk()
        .of(plugin.plugin())
        .map(risk -> RiskReport.percent(risk.failure().probability()))
        .getOrElse("");
  }

  private void addRows(Table table, ResourceEstimate plugin) {
    String name = plugin.plugin().value();
    String risk = risk(plugin);
    for (Target target : Target.values()) {
      for (Prediction prediction : plugin.prediction(target)) {
        PredictionInterval interval = prediction.interval(estimate.level());
        row(
            table,
            risk,
            name,
            measure(plugin, target),
            Quantity.of(target, prediction.point()),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            Integer.toString(prediction.runs()),
            basis(prediction));
        name = "";
        risk = "";
      }
    }
    if (plugin.predictions().isEmpty()) {
      row(table, risk, name, "–", "–", "–", "–", "0", "no measured run yet");
    }
  }

  private void addTotals(Table table) {
    String name = "all together";
    String risk = RiskReport.percent(estimate.risk().anyFailure());
    for (Target target : Target.values()) {
      for (TotalPrediction total : estimate.total(target)) {
        PredictionInterval interval = total.interval(estimate.level());
        row(
            table,
            risk,
            name,
            measure(target),
            Quantity.of(target, total.point()),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            "",
            "%d of %d plugins, %s"
                .formatted(
                    total.included().size(),
                    total.included().size() + total.missing().size(),
                    manner()));
        name = "";
        risk = "";
      }
    }
  }

  private String manner() {
    return estimate.schedule().isSequential()
        ? "one after another"
        : "%d at a time".formatted(estimate.schedule().workers());
  }

  private String basis(Prediction prediction) {
    return switch (prediction.basis()) {
      case MODEL -> model(prediction);
      case FEW_RUNS ->
          prediction.fleet() ? "few runs, fleet prior *" : "few runs, spread assumed *";
      case FAILED_RUNS -> "its failed runs alone *";
      case PRIOR -> prediction.fleet() ? "fleet prior *" : "other plugins or hosts *";
      case ANNOUNCED -> "announced, spread assumed *";
      case DEFAULT -> "assumed, nothing known *";
      case NOTHING -> "no measured run yet";
    };
  }

  private String model(Prediction prediction) {
    String model = prediction.model() == null ? "model" : prediction.model().replace('_', ' ');
    String named = prediction.fleet() ? model + ", fleet prior" : model;
    return restsOnAssumption(prediction) ? named + " *" : named;
  }

  /** Whether the plugin's own errors, or runs, do not support the level by their number. */
  private boolean restsOnAssumption(Prediction prediction) {
    return prediction.restsOnAssumption(estimate.level());
  }

  private List<String> notes() {
    List<String> unknown =
        Arrays.stream(Target.values())
            .filter(target -> estimate.total(target).isEmpty())
            .map(EstimateTable::measure)
            .toList();
    List<String> notes = new ArrayList<>();
    if (!unknown.isEmpty()) {
      notes.add("Not in the history, so not estimated: " + String.join(", ", unknown) + ".");
    }
    installOnly().peek(notes::add);
    String assumed = assumed();
    if (!assumed.isEmpty()) {
      notes.add(
          "* The plugin's own runs alone do not support %s; the range rests on an assumption as well. They support: %s."
              .formatted(Quantity.level(estimate.level()), assumed));
    }
    critical().peek(notes::add);
    if (!notes.isEmpty()) {
      notes.add(0, "");
    }
    return notes;
  }

  /** Plugins whose runs are known from logs that begin once everything is downloaded. */
  private Option<String> installOnly() {
    List<String> plugins =
        estimate.plugins().stream()
            .filter(plugin -> !plugin.installOnly().isEmpty())
            .map(plugin -> plugin.plugin().value())
            .toList();
    return Option.when(
        !plugins.isEmpty(),
        () ->
            "Of %s only logs tell so far, and these of installing alone: looking for updates and downloading come on top."
                .formatted(String.join(", ", plugins)));
  }

  /** Of plugins that run at the same time, those that the end most often waits for. */
  private Option<String> critical() {
    if (estimate.schedule().isSequential() || estimate.plugins().size() < 2) {
      return Option.none();
    }
    return estimate
        .total(Target.WALL_CLOCK)
        .map(
            total ->
                total.included().stream()
                    .filter(plugin -> total.criticalShare(plugin) >= LEAST_SHARE)
                    .sorted(Comparator.comparing(plugin -> -total.criticalShare(plugin)))
                    .limit(MOST_CRITICAL)
                    .map(
                        plugin ->
                            "for %s in %d %%"
                                .formatted(plugin, Math.round(100 * total.criticalShare(plugin))))
                    .collect(Collectors.joining(", ")))
        .map("The end waits %s of all cases."::formatted);
  }

  private String assumed() {
    return estimate.plugins().stream()
        .flatMap(plugin -> weakest(plugin).toJavaStream())
        .map(
            prediction ->
                "%s %s"
                    .formatted(
                        prediction.key().plugin(),
                        Quantity.level(Json.share(prediction.supportedLevel()))))
        .collect(Collectors.joining(", "));
  }

  /** Of a plugin's figures with an asterisk, the one that the fewest errors stand behind. */
  private Option<Prediction> weakest(ResourceEstimate plugin) {
    return Option.ofOptional(
        plugin.predictions().values().stream()
            .filter(this::restsOnAssumption)
            .min(Comparator.comparing(Prediction::supportedLevel)));
  }
}
