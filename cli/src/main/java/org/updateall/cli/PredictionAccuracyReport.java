package org.updateall.cli;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.inspecting.PredictionAccuracy;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.CoverageBand;
import org.updateall.domain.ledger.DriftWarning;
import org.updateall.domain.ledger.RuleComparison;
import org.updateall.domain.ledger.RuleOfThumb;

/** How well what was foretold came true, for people and for machines. */
final class PredictionAccuracyReport {

  private static final String NOTHING = "–";

  private final PredictionAccuracy accuracy;

  PredictionAccuracyReport(PredictionAccuracy accuracy) {
    this.accuracy = accuracy;
  }

  void show(Session session) {
    if (!accuracy.summaries().isEmpty()) {
      session.print(table(session.tenths()));
      session.print("");
    }
    session.print(
        "Of %s, foretold of %s, %s could be judged."
            .formatted(
                Count.of(accuracy.predictions(), "prediction"),
                Count.of(accuracy.runs(), "run"),
                Count.of(accuracy.judged())));
    accuracy
        .coverageOfPlugins()
        .forEach(
            band ->
                session.print(
                    "Over all plugins %s of the outcomes lay inside (%s)."
                        .formatted(Quantity.percent(band.share()), band(band))));
    List<String> warnings = warnings();
    if (!warnings.isEmpty()) {
      session.print("");
      session.heading("What no longer fits");
      warnings.forEach(session::print);
    }
  }

  private Table table(Tenths tenths) {
    Table table =
        new Table(
            Column.left("PLUGIN"),
            Column.left("WHAT"),
            Column.right("RUNS"),
            Column.right("LEVEL"),
            Column.right("INSIDE"),
            Column.right("BAND"),
            Column.left("TENTHS"),
            Column.right("BELOW"),
            Column.right("BIAS"),
            Column.right("SCORE"),
            Column.right("ERROR"),
            Column.right("/LAST"),
            Column.right("/MEAN3"),
            Column.right("/TRIMMED"));
    boolean ruled = false;
    for (AccuracySummary each : accuracy.summaries()) {
      if (each.plugin() == null && !ruled) {
        ruled = true;
        table.rule();
      }
      table.row(cells(each, tenths));
    }
    return table;
  }

  private static String[] cells(AccuracySummary summary, Tenths tenths) {
    return new String[] {
      name(summary),
      word(summary.target()),
      Integer.toString(summary.coverage().count()),
      Quantity.level(summary.level()),
      Quantity.percent(summary.coverage().share()),
      band(summary.coverage()),
      tenths.draw(summary.histogram().densities()),
      Quantity.percent(summary.shareBelowPoint()),
      signed(summary.relativeBias()),
      ratio(summary.relativeIntervalScore()),
      Quantity.of(summary.target(), summary.meanAbsoluteError()),
      ratio(against(summary.comparison(), RuleOfThumb.LAST_RUN)),
      ratio(against(summary.comparison(), RuleOfThumb.MEAN_OF_THREE)),
      ratio(against(summary.comparison(), RuleOfThumb.TRIMMED_MEAN))
    };
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (AccuracySummary summary : accuracy.summaries()) {
      for (DriftWarning drift : summary.drift()) {
        warnings.add("%s, %s: %s".formatted(name(summary), word(summary.target()), inWords(drift)));
      }
    }
    return warnings;
  }

  private static String inWords(DriftWarning drift) {
    return switch (drift.kind()) {
      case OUTSIDE ->
          "%d of the last %d outcomes lay outside of what was foretold"
              .formatted(drift.count(), drift.of());
      case ABOVE -> "the last %d all took more than was foretold".formatted(drift.count());
      case BELOW -> "the last %d all took less than was foretold".formatted(drift.count());
    };
  }

  Map<String, Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("runs", accuracy.runs());
    document.put("predictions", accuracy.predictions());
    document.put("judged", accuracy.judged());
    document.put(
        "coverage_of_plugins",
        accuracy.coverageOfPlugins().map(PredictionAccuracyReport::document).getOrNull());
    document.put(
        "accuracy", accuracy.summaries().stream().map(PredictionAccuracyReport::document).toList());
    return document;
  }

  private static Map<String, Object> document(CoverageBand band) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("inside", band.hits());
    document.put("judged", band.count());
    document.put("share", Json.share(band.share()));
    document.put("lower", Json.share(band.lower()));
    document.put("upper", Json.share(band.upper()));
    return document;
  }

  private static Map<String, Object> document(AccuracySummary summary) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", summary.plugin() == null ? null : summary.plugin().value());
    document.put("target", summary.target().wireName());
    document.put("level", Json.share(summary.level()));
    document.put("coverage", document(summary.coverage()));
    document.put("interval_score", Json.figure(summary.target(), summary.meanIntervalScore()));
    document.put("relative_interval_score", rounded(summary.relativeIntervalScore()));
    document.put("share_below_point", Json.share(summary.shareBelowPoint()));
    document.put("relative_bias", rounded(summary.relativeBias()));
    document.put("mean_absolute_error", Json.figure(summary.target(), summary.meanAbsoluteError()));
    document.put("comparison", comparison(summary));
    document.put("tenths", summary.histogram().counts());
    document.put(
        "drift", summary.drift().stream().map(PredictionAccuracyReport::document).toList());
    return document;
  }

  private static @Nullable Map<String, Object> comparison(AccuracySummary summary) {
    RuleComparison comparison = summary.comparison();
    if (comparison == null) {
      return null;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("judged", comparison.count());
    document.put("mean_absolute_error", Json.figure(summary.target(), comparison.ours()));
    for (RuleOfThumb rule : RuleOfThumb.values()) {
      Option.of(comparison.rules().get(rule))
          .forEach(error -> document.put(rule.wireName(), Json.figure(summary.target(), error)));
    }
    return document;
  }

  private static Map<String, Object> document(DriftWarning drift) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kind", drift.kind().wireName());
    document.put("count", drift.count());
    document.put("of", drift.of());
    return document;
  }

  private static String name(AccuracySummary summary) {
    return summary.plugin() == null ? "total" : summary.plugin().value();
  }

  private static String word(Target target) {
    return switch (target) {
      case WALL_CLOCK -> "time";
      case CPU_TIME -> "CPU time";
      case MEMORY_PEAK -> "memory";
      case DOWNLOAD_SIZE -> "download";
    };
  }

  /** Our error in proportion to that of the rule; absent where that was never wrong. */
  private static @Nullable Double against(@Nullable RuleComparison comparison, RuleOfThumb rule) {
    if (comparison == null) {
      return null;
    }
    double error = comparison.rules().getOrDefault(rule, 0.0);
    return error > 0 ? (Double) (comparison.ours() / error) : null;
  }

  private static String band(CoverageBand band) {
    return "%.0f–%.0f %%".formatted(100 * band.lower(), 100 * band.upper());
  }

  private static String ratio(@Nullable Double ratio) {
    return ratio == null ? NOTHING : "%.2f".formatted(ratio);
  }

  private static String signed(@Nullable Double share) {
    return share == null ? NOTHING : (share < 0 ? "" : "+") + Quantity.percent(share);
  }

  private static @Nullable Double rounded(@Nullable Double share) {
    return share == null ? null : Json.share(share);
  }
}
