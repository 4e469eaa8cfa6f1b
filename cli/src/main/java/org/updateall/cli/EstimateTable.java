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
import org.updateall.domain.forecast.IntervalBasis;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;

/** An estimate as a person likes to read it. */
final class EstimateTable {

  private static final Map<Target, String> MEASURES =
      Map.of(
          Target.WALL_CLOCK, "time",
          Target.CPU_TIME, "CPU time",
          Target.MEMORY_PEAK, "memory",
          Target.DOWNLOAD_SIZE, "download");

  private final RunEstimate estimate;

  private EstimateTable(RunEstimate estimate) {
    this.estimate = estimate;
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

  private void show(Session session) {
    session.heading(
        "The next run (%s), each interval meant to hold in %s of all cases"
            .formatted(HostFilter.inWords(estimate.host()), Quantity.level(estimate.level())));
    session.print("");
    session.print(table());
    notes().forEach(session::print);
  }

  private Table table() {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("MEASURE"),
            Column.right("EXPECTED"),
            Column.right("FROM"),
            Column.right("TO"),
            Column.right("RUNS"),
            Column.left("BASIS"));
    estimate.plugins().forEach(plugin -> addRows(table, plugin));
    if (estimate.plugins().size() > 1 && !estimate.totals().isEmpty()) {
      table.rule();
      addTotals(table);
    }
    return table;
  }

  private void addRows(Table table, ResourceEstimate plugin) {
    String name = plugin.plugin().value();
    for (Target target : Target.values()) {
      for (Prediction prediction : plugin.prediction(target)) {
        PredictionInterval interval = prediction.interval(estimate.level());
        table.row(
            name,
            measure(target),
            Quantity.of(target, prediction.point()),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            Integer.toString(prediction.runs()),
            basis(prediction));
        name = "";
      }
    }
    if (plugin.predictions().isEmpty()) {
      table.row(name, "–", "–", "–", "–", "0", "no measured run yet");
    }
  }

  private void addTotals(Table table) {
    String name = "all together";
    for (Target target : Target.values()) {
      for (TotalPrediction total : estimate.total(target)) {
        PredictionInterval interval = total.interval(estimate.level());
        table.row(
            name,
            measure(target),
            Quantity.of(target, total.point()),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            "",
            "%d of %d plugins"
                .formatted(
                    total.included().size(), total.included().size() + total.missing().size()));
        name = "";
      }
    }
  }

  private String basis(Prediction prediction) {
    return switch (prediction.basis()) {
      case MODEL -> model(prediction);
      case FEW_RUNS -> "few runs, spread assumed *";
      case PRIOR -> "other plugins or hosts *";
      case ANNOUNCED -> "announced, spread assumed *";
      case DEFAULT -> "assumed, nothing known *";
      case NOTHING -> "no measured run yet";
    };
  }

  private String model(Prediction prediction) {
    String model = prediction.model() == null ? "model" : prediction.model().replace('_', ' ');
    return prediction.intervalBasis(estimate.level()) == IntervalBasis.OWN ? model : model + " *";
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
    String assumed = assumed();
    if (!assumed.isEmpty()) {
      notes.add(
          "* The plugin's own runs alone do not support %s; the range rests on an assumption as well. They support: %s."
              .formatted(Quantity.level(estimate.level()), assumed));
    }
    if (!notes.isEmpty()) {
      notes.add(0, "");
    }
    return notes;
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
            .filter(prediction -> prediction.intervalBasis(estimate.level()) != IntervalBasis.OWN)
            .min(Comparator.comparing(Prediction::supportedLevel)));
  }
}
