package org.updateall.cli;

import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.ExplainedEstimates;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says why the next run is estimated to need what it does. */
@Command(
    name = "explain",
    description = {
      "Say why the next run is estimated to need what it does: which models carry the estimate, with "
          + "which weights, and what difference it makes how much there is to do.",
      "",
      "A model's weight comes from how well it has forecast the plugin's past runs, each before it "
          + "happened.",
      "",
      "Example: update-all explain apt --packages 14"
    })
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private ForecastChoices choices = new ForecastChoices();

  @Mixin private KnownWork work = new KnownWork();

  @Override
  public Integer call() {
    Session session = root.session();
    // Wrong words are to be refused before anything is opened.
    request(HostScope.everyHost());
    try (UpdateAll updateAll = session.open()) {
      choices.requireKnownModel(updateAll);
      return choices
          .host(session, updateAll)
          .fold(code -> code, host -> explain(session, updateAll, request(host)));
    }
  }

  private EstimateRequest request(HostScope host) {
    return new EstimateRequest(
        choices.plugins(), host, choices.options(), choices.level(), work.known(choices.plugins()));
  }

  private static int explain(Session session, UpdateAll updateAll, EstimateRequest request) {
    ExplainedEstimates explained = updateAll.explain(request);
    if (session.json()) {
      session.printJson(ExplanationReport.document(explained));
    } else {
      ExplanationReport.show(session, explained);
    }
    explained.warnings().forEach(warning -> session.remark("Note: " + warning));
    return ForecastChoices.complainOf(session, explained.unknown());
  }
}
