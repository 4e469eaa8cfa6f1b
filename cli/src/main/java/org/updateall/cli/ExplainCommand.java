package org.updateall.cli;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.application.updating.KnownPreflights;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says why the next run is estimated to need what it does. */
@Command(
    name = "explain",
    description = {
      "Say why the next run is estimated to need what it does: which models carry the estimate, with "
          + "which weights, and what difference it makes how much there is to do.",
      "At the end it says how likely each plugin is to fail, and what that rests on.",
      "",
      "As with estimate, what the plugins of this machine said in the last 24 hours of the work that "
          + "waits is made use of.",
      "",
      "A model's weight comes from how well it has forecast the plugin's past runs, each before it "
          + "happened.",
      "",
      "Example: update-all explain apt --packages 14"
    },
    footer = {"", "Examples:", "  update-all explain", "  update-all explain apt --packages 14"})
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private ForecastChoices choices = new ForecastChoices();

  @Mixin private KnownWork work = new KnownWork();

  @Mixin private PreflightChoice preflight = new PreflightChoice();

  @Override
  public Integer call() {
    return choices.answer(root.session(), this::request, this::explain);
  }

  private EstimateRequest request(HostScope host) {
    return work.request(choices, host);
  }

  private int explain(Session session, UpdateAll updateAll, EstimateRequest request) {
    try {
      KnownPreflights known = preflight.known(session, updateAll, request);
      return explain(session, updateAll, request, known);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private static int explain(
      Session session, UpdateAll updateAll, EstimateRequest request, KnownPreflights known) {
    ExplainedEstimates explained = updateAll.explain(known.addTo(request));
    if (session.json()) {
      session.printJson(ExplanationReport.document(explained));
    } else {
      ExplanationReport.show(session, explained);
      PreflightNotes.show(session, explained, known);
      sayWhatIsMissing(session, updateAll, request, explained);
    }
    return KnownWork.conclude(
        session, updateAll, request, explained.warnings(), explained.unknown());
  }

  private static void sayWhatIsMissing(
      Session session, UpdateAll updateAll, EstimateRequest request, ExplainedEstimates explained) {
    Set<PluginName> told = new HashSet<>(explained.unknown());
    explained.explanations().forEach(each -> told.add(each.prediction().key().plugin()));
    explained.withoutModel().forEach(each -> told.add(each.key().plugin()));
    for (PluginName plugin : request.plugins()) {
      if (!told.contains(plugin)) {
        session.print("%s: no measured run yet".formatted(plugin));
      }
    }
    if (told.isEmpty() && request.plugins().isEmpty()) {
      session.print(
          updateAll.recentRuns(HistoryFilter.everything(), 1).isEmpty()
              ? HostFilter.NO_HISTORY
              : "No plugin has a measured run yet.");
    }
  }
}
