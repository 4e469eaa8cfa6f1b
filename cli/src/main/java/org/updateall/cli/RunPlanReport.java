package org.updateall.cli;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.application.updating.LeftOut;
import org.updateall.application.updating.PlannedPlugin;
import org.updateall.application.updating.PlannedRun;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PluginStep;
import org.updateall.domain.updating.PreflightReport;

/** What a run would do, and what it would need. */
final class RunPlanReport {

  private RunPlanReport() {}

  /** Complains of what is wrong with plugins; the exit code that follows from it. */
  static int complain(Session session, PlannedRun plan) {
    for (PluginName name : plan.unknown()) {
      session.complain("there is no plugin " + name.value());
    }
    boolean named = !plan.request().plugins().isEmpty();
    for (LeftOut left : plan.leftOut()) {
      String line = "%s is left out: %s".formatted(left.plugin().value(), left.reason());
      if (named) {
        session.complain(line);
      } else if (session.verbose()) {
        session.remark(line);
      }
    }
    if (!plan.refused().isEmpty()) {
      return session.refuseAll(plan.refused());
    }
    boolean wrong = !plan.unknown().isEmpty() || (named && !plan.leftOut().isEmpty());
    return wrong ? ExitCode.NOT_AS_HOPED : ExitCode.DONE;
  }

  static int nothingToRun(Session session, PlannedRun plan) {
    if (plan.request().plugins().isEmpty()) {
      session.print("No plugin applies to this machine. With --verbose it is told why.");
    }
    return ExitCode.DONE;
  }

  static void show(Session session, PlannedRun plan) {
    if (session.json()) {
      session.printJson(document(plan));
      return;
    }
    if (plan.plugins().isEmpty()) {
      nothingToRun(session, plan);
      return;
    }
    session.print(table(plan));
    if (session.verbose()) {
      plan.plugins().forEach(plugin -> showSteps(session, plugin));
    }
    plan.estimate().peekLeft(reason -> session.remark("Note: nothing can be foretold: " + reason));
    List<String> needRoot =
        plan.plugins().stream()
            .filter(plugin -> plugin.plan().needsRoot())
            .map(plugin -> plugin.name().value())
            .toList();
    if (!needRoot.isEmpty()) {
      session.remark("Root is needed for: " + String.join(", ", needRoot));
    }
    session.remark("Nothing was run.");
  }

  private static void showSteps(Session session, PlannedPlugin plugin) {
    for (PluginStep step : plugin.plan().steps()) {
      session.print(
          "%s, %s (%s): %s"
              .formatted(
                  plugin.name().value(),
                  step.name(),
                  step.phase().name(),
                  String.join(" ", step.command())));
    }
  }

  private static Table table(PlannedRun plan) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("UPDATES"),
            Column.right("DOWNLOAD"),
            Column.right("TIME"),
            Column.right(Quantity.level(plan.request().level()) + " RANGE"),
            Column.right("MEMORY"));
    for (PlannedPlugin plugin : plan.plugins()) {
      Option<ResourceEstimate> expected = expected(plan, plugin.name());
      table.row(
          plugin.name().value(),
          updates(plugin.preflight()),
          download(plugin.preflight(), expected),
          point(expected, Target.WALL_CLOCK),
          range(expected, plan.request().level()),
          point(expected, Target.MEMORY_PEAK));
    }
    if (plan.plugins().size() > 1) {
      plan.estimate().toOption().forEach(estimate -> total(table, estimate));
    }
    return table;
  }

  private static void total(Table table, RunEstimate estimate) {
    Option<TotalPrediction> time = estimate.total(Target.WALL_CLOCK);
    table
        .rule()
        .row(
            "total",
            "",
            of(estimate.total(Target.DOWNLOAD_SIZE)),
            of(time),
            time.map(total -> range(total.interval(estimate.level()))).getOrElse("–"),
            of(estimate.total(Target.MEMORY_PEAK)));
  }

  private static String of(Option<TotalPrediction> total) {
    return total.map(each -> Quantity.of(each.target(), each.point())).getOrElse("–");
  }

  static String updates(PreflightReport preflight) {
    Integer count = preflight.work().packageCount();
    return switch (preflight.finding()) {
      case UPDATES -> count == null ? "some" : Count.of(count);
      case UP_TO_DATE -> "up to date";
      case NOT_APPLICABLE -> "does not apply";
      case UNTOLD -> "cannot tell";
      case FAILED -> "not known: " + preflight.reason();
    };
  }

  private static String download(PreflightReport preflight, Option<ResourceEstimate> expected) {
    Long bytes = preflight.work().downloadBytes();
    return bytes == null ? point(expected, Target.DOWNLOAD_SIZE) : Quantity.bytes(bytes);
  }

  private static String point(Option<ResourceEstimate> expected, Target target) {
    return expected
        .flatMap(each -> each.prediction(target))
        .map(prediction -> Quantity.of(target, prediction.point()))
        .getOrElse("–");
  }

  private static String range(Option<ResourceEstimate> expected, double level) {
    return expected
        .flatMap(each -> each.prediction(Target.WALL_CLOCK))
        .map(prediction -> range(prediction.interval(level)))
        .getOrElse("–");
  }

  static String range(PredictionInterval interval) {
    return "%s to %s"
        .formatted(Quantity.seconds(interval.lower()), Quantity.seconds(interval.upper()));
  }

  static Option<ResourceEstimate> expected(PlannedRun plan, PluginName plugin) {
    return plan.estimate()
        .toOption()
        .flatMap(
            estimate ->
                Option.ofOptional(
                    estimate.plugins().stream()
                        .filter(each -> each.plugin().equals(plugin))
                        .findFirst()));
  }

  static Option<Prediction> time(PlannedRun plan, PluginName plugin) {
    return expected(plan, plugin).flatMap(each -> each.prediction(Target.WALL_CLOCK));
  }

  private static Map<String, @Nullable Object> document(PlannedRun plan) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("dry_run", true);
    document.put("plugins", plan.plugins().stream().map(RunPlanReport::document).toList());
    document.put("left_out", plan.leftOut().stream().map(RunPlanReport::document).toList());
    document.put("unknown", plan.unknown().stream().map(PluginName::value).toList());
    document.put("estimate", plan.estimate().map(EstimateDocument::of).getOrNull());
    return document;
  }

  private static Map<String, @Nullable Object> document(PlannedPlugin plugin) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", plugin.name().value());
    document.put("finding", plugin.preflight().finding().wireName());
    document.put("packages", plugin.preflight().work().packageCount());
    document.put("download_bytes", plugin.preflight().work().downloadBytes());
    List<Map<String, @Nullable Object>> steps = new ArrayList<>();
    for (PluginStep step : plugin.plan().steps()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("step", step.name());
      one.put("phase", step.phase().name());
      one.put("command", step.command());
      one.put("needs_root", step.needsRoot());
      steps.add(one);
    }
    document.put("steps", steps);
    return document;
  }

  private static Map<String, @Nullable Object> document(LeftOut left) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", left.plugin().value());
    document.put("reason", left.reason());
    return document;
  }
}
