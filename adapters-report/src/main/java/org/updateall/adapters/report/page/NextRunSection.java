package org.updateall.adapters.report.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.updateall.adapters.report.chart.NextRunChart;
import org.updateall.domain.forecast.OutcomeRisk;
import org.updateall.domain.forecast.Prediction;
import org.updateall.domain.forecast.PredictionInterval;
import org.updateall.domain.forecast.ResourceEstimate;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.forecast.TotalPrediction;
import org.updateall.domain.history.Coverage;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.reporting.NextRun;

/** What the next run will need, target by target: a chart and a table of it. */
final class NextRunSection implements Section {

  private static final double HALF = 0.5;
  private static final double LEVEL = PredictionInterval.DEFAULT_LEVEL;

  private final NextRun next;

  NextRunSection(NextRun next) {
    this.next = next;
  }

  @Override
  public String id() {
    return "next-run";
  }

  @Override
  public String heading() {
    return "The next run";
  }

  @Override
  public void write(Html html) {
    List<Target> targets = Arrays.stream(Target.values()).filter(this::isKnown).toList();
    if (targets.isEmpty()) {
      html.element("p", "Nothing can be said of it yet: no run has been measured.");
    }
    for (Target target : targets) {
      if (target == targets.get(0)) {
        html.element("h3", Wording.name(target));
        write(html, target);
      } else {
        html.open("details").open("summary").element("h3", Wording.name(target)).close();
        write(html, target);
        html.close();
      }
    }
    if (next.plugins().stream().anyMatch(NextRunSection::assumes)) {
      html.element(
          "p",
          "* The plugin's own runs alone do not support a 90 % range; it rests on an assumption as well.",
          "class",
          "note");
    }
    writeRisks(html);
  }

  private boolean isKnown(Target target) {
    return next.plugins().stream().anyMatch(plugin -> plugin.prediction(target).isDefined())
        || next.totals().containsKey(target);
  }

  private static boolean assumes(ResourceEstimate plugin) {
    return plugin.predictions().values().stream().anyMatch(each -> each.restsOnAssumption(LEVEL));
  }

  private void write(Html html, Target target) {
    String id = "next-" + target.wireName().replace('_', '-');
    NextRunChart chart = NextRunChart.of(next, target);
    html.picture(chart.title(), chart.svg(id));
    table(target).write(html);
    TotalPrediction total = next.totals().get(target);
    if (total != null && !total.missing().isEmpty()) {
      html.open("p", "class", "note").text("Not in the total, since nothing is known of them: ");
      html.foreign(
          total.missing().stream().map(PluginName::value).collect(Collectors.joining(", ")));
      html.text(".").close();
    }
  }

  private DataTable table(Target target) {
    DataTable table =
        new DataTable("The next run: " + Wording.name(target))
            .words("Plugin")
            .figures("Expected", "50 % range", "90 % range", "Runs")
            .words("Rests on");
    for (ResourceEstimate plugin : next.plugins()) {
      plugin.prediction(target).forEach(each -> addRow(table, plugin, target, each));
    }
    TotalPrediction total = next.totals().get(target);
    if (total != null && next.plugins().size() > 1) {
      table.total(
          target.combination() == Target.Combination.MAXIMUM ? "Greatest of all" : "All together",
          Wording.amount(target, total.point()),
          Wording.range(target, total.interval(HALF)),
          Wording.range(target, total.interval(LEVEL)),
          "",
          parts(total));
    }
    return table;
  }

  private static String parts(TotalPrediction total) {
    int known = total.included().size();
    return total.missing().isEmpty()
        ? Wording.count(known, "plugin") + ", one after another"
        : "%d of %d plugins, one after another".formatted(known, known + total.missing().size());
  }

  private static void addRow(
      DataTable table, ResourceEstimate plugin, Target target, Prediction prediction) {
    String part = plugin.coverage(target) == Coverage.INSTALL ? ", installing alone" : "";
    table.row(
        DataTable.foreign(plugin.plugin().value()),
        Wording.amount(target, prediction.point()),
        Wording.range(target, prediction.interval(HALF)),
        Wording.range(target, prediction.interval(LEVEL)),
        "%,d".formatted(prediction.runs()),
        Wording.basis(prediction) + part + (prediction.restsOnAssumption(LEVEL) ? " *" : ""));
  }

  private void writeRisks(Html html) {
    List<OutcomeRisk> risks = next.risk().plugins();
    if (risks.isEmpty()) {
      return;
    }
    html.element("h3", "How likely plugins are to fail");
    DataTable table =
        new DataTable("How likely plugins are to fail")
            .words("Plugin")
            .figures("Fails", "90 % sure", "Timed out", "Failed so far");
    risks.forEach(
        risk ->
            table.row(
                DataTable.foreign(risk.plugin().value()),
                Wording.chance(risk.failure().probability()),
                Wording.chance(risk.failure().lower())
                    + " – "
                    + Wording.chance(risk.failure().upper()),
                Wording.chance(risk.timeout().probability()),
                "%,d of %,d".formatted(risk.outcomes().failures(), risk.outcomes().runs())));
    table.total("Any of them", Wording.chance(next.risk().anyFailure()), "", "", "");
    table.writeFolded(html, 12);
  }
}
