package org.updateall.cli;

import io.vavr.control.Option;
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
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;

/** Why estimates are what they are, for people and for machines. */
final class ExplanationReport {

  /** Shares below this are told together. */
  private static final double NOTABLE = 0.03;

  /** A share below this is shown as none. */
  private static final double SHOWN = 0.0005;

  /** An estimate that moves by less does not depend on a covariate to speak of. */
  private static final double NOTABLE_EFFECT = 0.02;

  private ExplanationReport() {}

  static void show(Session session, ExplainedEstimates explained) {
    boolean first = true;
    for (Explanation explanation : explained.explanations()) {
      begin(session, first, explanation.prediction(), explained.level());
      show(session, explanation);
      first = false;
    }
    for (Prediction prediction : explained.withoutModel()) {
      begin(session, first, prediction, explained.level());
      session.print(withoutModel(prediction));
      first = false;
    }
    for (OutcomeRisk risk : explained.risk().plugins()) {
      if (risk.outcomes().runs() > 0) {
        session.print("");
        session.print(RiskReport.inWords(risk, explained.level()));
      }
    }
  }

  private static String withoutModel(Prediction prediction) {
    return prediction.fleet() ? fromFleet(prediction) : alone(prediction);
  }

  private static String fromFleet(Prediction prediction) {
    return prediction.runs() == 0
        ? "No run of its own was measured: figure and range come from the plugin's runs on the "
            + "other hosts of the fleet."
        : "Too few runs for a model: it lies in the middle of those there are, drawn towards what "
            + "the plugin took on the other hosts of the fleet; the range rests on how far runs lie "
            + "apart there. %s alone would support %s."
                .formatted(
                    Count.of(prediction.runs(), "past run"),
                    Quantity.level(Json.share(prediction.supportedLevel())));
  }

  private static String alone(Prediction prediction) {
    return switch (prediction.basis()) {
      case FEW_RUNS ->
          "Too few runs for a model: it lies in the middle of those there are, drawn towards what "
              + "other plugins and hosts took; the range rests on how far their runs lie apart, or, "
              + "where there are none, on an assumption. %s alone would support %s."
                  .formatted(
                      Count.of(prediction.runs(), "past run"),
                      Quantity.level(Json.share(prediction.supportedLevel())));
      case FAILED_RUNS ->
          "It has failed each time: figure and range are those of its %s, and tell what it takes "
                  .formatted(Count.of(prediction.runs(), "failed run"))
              + "to fail again, not what it would take to succeed.";
      case PRIOR ->
          "No run of its own was measured: figure and range come from the plugin's runs on other "
              + "hosts and from other plugins.";
      case ANNOUNCED ->
          "No run of its own was measured: it is what was announced, and the range, from two thirds "
              + "to one and a half times that in 90 % of all cases, is an assumption.";
      case DEFAULT ->
          "Nothing at all is known: five minutes, and from one to 25 minutes in 90 % of all cases, "
              + "are an assumption that is the same for every plugin.";
      case MODEL, NOTHING -> "There is no explanation.";
    };
  }

  private static void begin(Session session, boolean first, Prediction prediction, double level) {
    if (!first) {
      session.print("");
    }
    session.heading(estimate(prediction, level));
    session.print("");
  }

  private static String estimate(Prediction prediction, double level) {
    Target target = prediction.key().target();
    PredictionInterval interval = prediction.interval(level);
    return "%s, %s: %s, in %s of all cases from %s to %s%s"
        .formatted(
            prediction.key().plugin(),
            EstimateTable.measure(target),
            Quantity.of(target, prediction.point()),
            Quantity.level(level),
            Quantity.of(target, interval.lower()),
            Quantity.of(target, interval.upper()),
            prediction.runs() == 0 ? "" : "; learned from " + Count.of(prediction.runs(), "run"));
  }

  private static void show(Session session, Explanation explanation) {
    if (explanation.members().isEmpty()) {
      session.print("It comes from one model: %s.".formatted(model(explanation)));
    } else {
      session.print(members(explanation));
    }
    explanation
        .effects()
        .forEach(effect -> session.print(inWords(explanation.prediction().key().target(), effect)));
  }

  private static String model(Explanation explanation) {
    return Option.of(explanation.prediction().model()).map(ExplanationReport::title).getOrElse("–");
  }

  private static String title(String model) {
    return model.replace('_', ' ');
  }

  private static Table members(Explanation explanation) {
    Target target = explanation.prediction().key().target();
    Table table =
        new Table(Column.left("MODEL"), Column.right("WEIGHT"), Column.right("BY ITSELF"));
    double rest = 0;
    int others = 0;
    for (MemberShare member : explanation.members()) {
      if (member.weight() >= NOTABLE) {
        table.row(
            title(member.model()),
            Quantity.percent(member.weight()),
            Quantity.of(target, member.forecast()));
      } else if (member.weight() > 0) {
        rest += member.weight();
        others++;
      }
    }
    if (rest >= SHOWN) {
      table.row(Count.of(others, "other"), Quantity.percent(rest), "");
    }
    return table;
  }

  private static String inWords(Target target, CovariateEffect effect) {
    Work work = Work.of(effect.name());
    String taken = work.amount(effect.value());
    return "%s: %s"
        .formatted(
            work.label(),
            effect.known()
                ? "%s.%s".formatted(taken, ifTwice(target, effect, work))
                : "how much is not known. " + asLastKnown(target, effect, work));
  }

  private static String ifTwice(Target target, CovariateEffect effect, Work work) {
    if (effect.value() == 0) {
      return "";
    }
    return matters(effect)
        ? " With twice as %s it would be %s."
            .formatted(work.much(), Quantity.of(target, effect.pointAtTwice()))
        : " Twice as %s would make no difference to speak of.".formatted(work.much());
  }

  private static String asLastKnown(Target target, CovariateEffect effect, Work work) {
    if (effect.value() != 0 && !matters(effect)) {
      return "It makes no difference to speak of.";
    }
    String last =
        "With %s, as last known, it would be %s"
            .formatted(work.amount(effect.value()), Quantity.of(target, effect.point()));
    return effect.value() == 0
        ? last + "."
        : "%s; with %s, %s."
            .formatted(
                last, work.amount(2 * effect.value()), Quantity.of(target, effect.pointAtTwice()));
  }

  private static boolean matters(CovariateEffect effect) {
    return Math.abs(effect.pointAtTwice() - effect.point()) > NOTABLE_EFFECT * effect.point();
  }

  /** What there is to do, in words. */
  private enum Work {
    PACKAGES("To update", "many"),
    DOWNLOAD("To download", "much");

    private final String label;
    private final String much;

    Work(String label, String much) {
      this.label = label;
      this.much = much;
    }

    static Work of(String covariate) {
      return covariate.equals(Covariates.PACKAGES) ? PACKAGES : DOWNLOAD;
    }

    String label() {
      return label;
    }

    String much() {
      return much;
    }

    String amount(double value) {
      return switch (this) {
        case PACKAGES -> Count.of(Math.round(value), "package");
        case DOWNLOAD -> Quantity.bytes(value);
      };
    }
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
    document.put(
        "risks", explained.risk().plugins().stream().map(ExplanationReport::riskDocument).toList());
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

  private static Map<String, @Nullable Object> riskDocument(OutcomeRisk risk) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("plugin", risk.plugin().value());
    document.putAll(RiskReport.document(risk));
    document.put("usual_probability", Json.share(risk.usualFailure()));
    document.put("usual_weight", Json.sixFigures(risk.usualWeight()));
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
    if (prediction.fleet()) {
      document.put("fleet_prior", true);
    }
    document.put("model", prediction.model());
    document.put("runs", prediction.runs());
    document.put("supported_level", Json.share(prediction.supportedLevel()));
    document.put("point", Json.figure(target, prediction.point()));
    document.put("lower", Json.figure(target, interval.lower()));
    document.put("upper", Json.figure(target, interval.upper()));
    document.put("interval_basis", prediction.intervalBasis(level).wireName());
    document.put("intervals", prediction.method().wireName());
    return document;
  }
}
