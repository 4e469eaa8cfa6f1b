package org.updateall.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.forecast.Chance;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.PluginOutcomes;
import org.updateall.domain.forecast.RunRisk;

/** The risk of failures, for people and for machines. */
final class RiskReport {

  /** A risk from here on is told, though no plugin has ever failed. */
  private static final double NOTABLE = 0.05;

  private static final double LEAST_SHOWN = 0.01;

  private RiskReport() {}

  /** Whether any plugin has failed, or is likely to. */
  static boolean isNotable(RunRisk risk) {
    return risk.plugins().stream().anyMatch(RiskReport::isNotable);
  }

  private static boolean isNotable(OutcomeRisk risk) {
    return risk.outcomes().failures() > 0 || risk.failure().probability() >= NOTABLE;
  }

  /** Such as {@code 12 %}, {@code < 1 %} and {@code > 99 %}; never certain. */
  static String percent(double probability) {
    if (probability < LEAST_SHOWN) {
      return "< 1 %";
    }
    return probability > 1 - LEAST_SHOWN ? "> 99 %" : wholePercent(probability);
  }

  private static String wholePercent(double probability) {
    return String.format(Locale.ROOT, "%.0f %%", probability * 100);
  }

  /** The risk of a plugin that has been tried, and what it rests on, in whole sentences. */
  static String inWords(OutcomeRisk risk, double level) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s fails with a probability of %s (%s sure: between %s and %s)."
            .formatted(
                risk.plugin(),
                percent(risk.failure().probability()),
                Quantity.level(level),
                wholePercent(risk.failure().lower()),
                wholePercent(risk.failure().upper())));
    sentences.add(basis(risk));
    if (risk.outcomes().timeouts() > 0) {
      sentences.add(
          "That its time limit cuts it off has a probability of %s."
              .formatted(percent(risk.timeout().probability())));
    }
    for (double seconds : risk.outcomes().typicalFailureSeconds()) {
      sentences.add("When it failed, it took %s.".formatted(Quantity.seconds(seconds)));
    }
    return String.join(" ", sentences);
  }

  private static String basis(OutcomeRisk risk) {
    PluginOutcomes outcomes = risk.outcomes();
    String cutOff =
        outcomes.timeouts() == 0 ? "" : " (%d by the time limit)".formatted(outcomes.timeouts());
    return "Of %s %s failed%s; recent ones count more, and the %s usual with the others counts as %s."
        .formatted(
            Count.of(outcomes.runs(), "run"),
            outcomes.failures() == 0 ? "none" : Count.of(outcomes.failures()),
            cutOff,
            percent(risk.usualFailure()),
            Count.of(Math.round(risk.usualWeight()), "run"));
  }

  /** What machines are told of the risk of a plugin. */
  static Map<String, @Nullable Object> document(OutcomeRisk risk) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("failure_probability", Json.share(risk.failure().probability()));
    document.put("failure_interval", interval(risk.failure()));
    document.put("timeout_probability", Json.share(risk.timeout().probability()));
    document.put("timeout_interval", interval(risk.timeout()));
    document.put("outcome_runs", risk.outcomes().runs());
    document.put("failures", risk.outcomes().failures());
    document.put(
        "failed_seconds", risk.outcomes().typicalFailureSeconds().map(Json::seconds).getOrNull());
    return document;
  }

  private static List<Double> interval(Chance chance) {
    return List.of(Json.share(chance.lower()), Json.share(chance.upper()));
  }
}
