package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.cli.Table.Column;
import org.updateall.domain.forecast.Covariates;
import org.updateall.domain.forecast.Explanation;
import org.updateall.domain.forecast.Explanation.CovariateEffect;
import org.updateall.domain.forecast.Explanation.MemberShare;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** Why estimates are what they are, for people and for machines. */
final class ExplanationReport {

  /** Shares below this are told together. */
  private static final double NOTABLE = 0.03;

  /** An estimate that moves by less does not depend on a covariate to speak of. */
  private static final double NOTABLE_EFFECT = 0.02;

  private ExplanationReport() {}

  static void show(Session session, ExplainedEstimates explained) {
    if (explained.explanations().isEmpty() && explained.withoutModel().isEmpty()) {
      if (explained.unknown().isEmpty()) {
        session.print(HostFilter.NO_HISTORY);
      }
      return;
    }
    String separator = "";
    for (Explanation explanation : explained.explanations()) {
      session.print(separator + estimate(explanation.prediction(), explained.level()));
      session.print("");
      if (explanation.members().isEmpty()) {
        session.print("It comes from one model: %s.".formatted(model(explanation)));
      } else {
        session.print(members(explanation));
      }
      explanation.effects().forEach(effect -> session.print(inWords(explanation, effect)));
      separator = System.lineSeparator();
    }
    for (Prediction prediction : explained.withoutModel()) {
      session.print(
          separator
              + estimate(prediction, explained.level())
              + System.lineSeparator()
              + "Too few runs for a model: it lies in the middle of those there are, and the range "
              + "rests on an assumption.");
      separator = System.lineSeparator();
    }
  }

  private static String model(Explanation explanation) {
    String model = explanation.prediction().model();
    return model == null ? "a model" : model.replace('_', ' ');
  }

  private static String estimate(Prediction prediction, double level) {
    Target target = prediction.key().target();
    PredictionInterval interval = prediction.interval(level);
    return "%s, %s: %s, with %s between %s and %s, from %s"
        .formatted(
            prediction.key().plugin(),
            EstimateTable.measure(target),
            Quantity.of(target, prediction.point()),
            Quantity.level(level),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            Count.of(prediction.runs(), "run"));
  }

  private static Table members(Explanation explanation) {
    Target target = explanation.prediction().key().target();
    Table table =
        new Table(Column.left("MODEL"), Column.right("WEIGHT"), Column.right("SAYS ITSELF"));
    double rest = 0;
    int others = 0;
    for (MemberShare member : explanation.members()) {
      if (member.weight() >= NOTABLE) {
        table.row(
            member.model().replace('_', ' '),
            Quantity.percent(member.weight()),
            Quantity.of(target, member.forecast()));
      } else {
        rest += member.weight();
        others++;
      }
    }
    if (others > 0) {
      table.row(Count.of(others, "other"), Quantity.percent(rest), "");
    }
    return table;
  }

  private static String inWords(Explanation explanation, CovariateEffect effect) {
    Target target = explanation.prediction().key().target();
    String amount = amount(effect.name(), effect.value());
    String taken = effect.known() ? amount : amount + ", the last that were known";
    double change = effect.pointAtTwice() - effect.point();
    return Math.abs(change) <= NOTABLE_EFFECT * effect.point()
        ? "With twice as much (%s) it would be much the same.".formatted(taken)
        : "With %s it is %s; with twice as much it would be %s."
            .formatted(
                taken,
                Quantity.of(target, effect.point()),
                Quantity.of(target, effect.pointAtTwice()));
  }

  private static String amount(String covariate, double value) {
    return switch (covariate) {
      case Covariates.PACKAGES -> Count.of(Math.round(value), "package") + " to update";
      case Covariates.DOWNLOAD_BYTES -> Quantity.bytes(value) + " to download";
      default -> covariate + " at " + value;
    };
  }

  static Map<String, Object> document(ExplainedEstimates explained) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("level", explained.level());
    List<Object> estimates = new ArrayList<>();
    explained.explanations().forEach(each -> estimates.add(document(each, explained.level())));
    explained
        .withoutModel()
        .forEach(each -> estimates.add(estimateDocument(each, explained.level())));
    document.put("estimates", estimates);
    document.put("unknown", explained.unknown().stream().map(PluginName::value).toList());
    document.put("warnings", explained.warnings());
    return document;
  }

  private static Map<String, @Nullable Object> document(Explanation explanation, double level) {
    Target target = explanation.prediction().key().target();
    Map<String, @Nullable Object> document = estimateDocument(explanation.prediction(), level);
    document.put(
        "members",
        explanation.members().stream()
            .map(
                member ->
                    Map.of(
                        "model", member.model(),
                        "weight", Json.share(member.weight()),
                        "point", Json.figure(target, member.forecast())))
            .toList());
    document.put(
        "covariates",
        explanation.effects().stream().map(effect -> document(target, effect)).toList());
    return document;
  }

  private static Map<String, Object> document(Target target, CovariateEffect effect) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", effect.name());
    document.put("value", effect.value());
    document.put("known", effect.known());
    document.put("point", Json.figure(target, effect.point()));
    document.put("point_at_twice", Json.figure(target, effect.pointAtTwice()));
    return document;
  }

  private static Map<String, @Nullable Object> estimateDocument(
      Prediction prediction, double level) {
    Target target = prediction.key().target();
    PredictionInterval interval = prediction.interval(level);
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", prediction.key().plugin().value());
    document.put("target", target.wireName());
    document.put("basis", prediction.basis().wireName());
    document.put("model", prediction.model());
    document.put("runs", prediction.runs());
    document.put("point", Json.figure(target, prediction.point()));
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    return document;
  }
}
