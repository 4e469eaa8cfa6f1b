package org.updateall.adapters.report.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.ledger.AccuracySummary;
import org.updateall.domain.ledger.DriftWarning;
import org.updateall.domain.ledger.RuleComparison;
import org.updateall.domain.ledger.RuleOfThumb;
import org.updateall.domain.reporting.ForecastQuality;

/** How far forecasts were off, beside what anybody would have guessed. */
final class AccuracySection implements Section {

  private static final int MOST_OPEN = 12;

  private final @Nullable ForecastQuality beforehand;
  private final @Nullable ForecastQuality afterwards;

  AccuracySection(@Nullable ForecastQuality beforehand, @Nullable ForecastQuality afterwards) {
    this.beforehand = beforehand;
    this.afterwards = afterwards;
  }

  @Override
  public String id() {
    return "accuracy";
  }

  @Override
  public String heading() {
    return "Were forecasts better than a guess?";
  }

  @Override
  public void write(Html html) {
    if (beforehand == null && afterwards == null) {
      html.element("p", "There is nothing to judge yet.");
      return;
    }
    html.element(
        "p",
        "Ratios below 1 are better than the guess that they are measured against.",
        "class",
        "note");
    if (beforehand != null) {
      write(html, "Foretold beforehand", beforehand);
    }
    if (afterwards != null) {
      write(html, "Worked out afterwards", afterwards);
    }
  }

  private static void write(Html html, String heading, ForecastQuality quality) {
    html.element("h3", heading);
    String verdict =
        verdict(quality, each -> against(each, RuleOfThumb.LAST_RUN), "last run")
            + verdict(quality, each -> against(each, RuleOfThumb.MEAN_OF_THREE), "mean of three")
            + verdict(quality, AccuracySummary::relativeIntervalScore, "plain range");
    html.element("p", verdict.isEmpty() ? "None can be compared yet." : verdict);
    writeDrift(html, quality.summaries());
    table(heading, quality.summaries()).writeFolded(html, MOST_OPEN);
  }

  private static String verdict(
      ForecastQuality quality, Function<AccuracySummary, @Nullable Double> ratio, String guess) {
    List<Double> ratios =
        quality.summaries().stream()
            .filter(each -> each.plugin() != null)
            .map(ratio)
            .filter(Objects::nonNull)
            .toList();
    long better = ratios.stream().filter(each -> each < 1).count();
    return ratios.isEmpty()
        ? ""
        : "Better than the %s in %,d of %s. "
            .formatted(guess, better, Wording.count(ratios.size(), "case"));
  }

  private static void writeDrift(Html html, List<AccuracySummary> summaries) {
    List<AccuracySummary> drifting =
        summaries.stream().filter(each -> !each.drift().isEmpty()).toList();
    if (drifting.isEmpty()) {
      return;
    }
    html.element("p", "What no longer fits:").open("ul");
    for (AccuracySummary each : drifting) {
      for (DriftWarning drift : each.drift()) {
        html.open("li").foreign(name(each)).text(", " + Wording.name(each.target()) + ": ");
        html.text(inWords(drift)).close();
      }
    }
    html.close();
  }

  private static String inWords(DriftWarning drift) {
    return switch (drift.kind()) {
      case OUTSIDE ->
          "%d of the last %d outcomes lay outside of their range"
              .formatted(drift.count(), drift.of());
      case ABOVE -> "the last %d all came to more than expected".formatted(drift.count());
      case BELOW -> "the last %d all came to less than expected".formatted(drift.count());
    };
  }

  private static DataTable table(String caption, List<AccuracySummary> summaries) {
    DataTable table =
        new DataTable(caption)
            .words("Plugin", "What")
            .figures(
                "Runs",
                "Level",
                "Inside",
                "95 % band",
                "Mean error",
                "Error / last run",
                "Error / mean of 3",
                "Interval score ratio");
    for (AccuracySummary each : summaries) {
      if (each.plugin() == null) {
        table.total(cells(each));
      } else {
        table.row(cells(each));
      }
    }
    return table;
  }

  private static Object[] cells(AccuracySummary summary) {
    return new Object[] {
      DataTable.foreign(name(summary)),
      Wording.name(summary.target()),
      "%,d".formatted(summary.coverage().count()),
      Wording.level(summary.level()),
      Wording.percent(summary.coverage().share()),
      Wording.band(summary.coverage()),
      Wording.amount(summary.target(), summary.meanAbsoluteError()),
      Wording.ratio(against(summary, RuleOfThumb.LAST_RUN)),
      Wording.ratio(against(summary, RuleOfThumb.MEAN_OF_THREE)),
      Wording.ratio(summary.relativeIntervalScore())
    };
  }

  private static String name(AccuracySummary summary) {
    return summary.plugin() == null ? "all together" : summary.plugin().value();
  }

  /** The error in proportion to that of the rule; absent where that was never wrong. */
  private static @Nullable Double against(AccuracySummary summary, RuleOfThumb rule) {
    RuleComparison comparison = summary.comparison();
    if (comparison == null) {
      return null;
    }
    double error = comparison.rules().getOrDefault(rule, 0.0);
    return error > 0 ? (Double) (comparison.ours() / error) : null;
  }
}
