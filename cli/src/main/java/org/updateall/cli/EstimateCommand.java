package org.updateall.cli;

import java.util.concurrent.Callable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says what the next run will need. */
@Command(
    name = "estimate",
    description = {
      "Say how long the next run will take, and what else it will need, and how sure that is.",
      "",
      "Models that are missing or no longer fit the history are trained first, and kept."
    })
final class EstimateCommand implements Callable<Integer> {

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
          .fold(code -> code, host -> estimate(session, updateAll, request(host)));
    }
  }

  private EstimateRequest request(HostScope host) {
    return new EstimateRequest(
        choices.plugins(), host, choices.options(), choices.level(), work.known(choices.plugins()));
  }

  private static int estimate(Session session, UpdateAll updateAll, EstimateRequest request) {
    RunEstimate estimate = updateAll.estimate(request, session.progress());
    if (session.json()) {
      session.printJson(EstimateDocument.of(estimate));
    } else {
      EstimateTable.show(session, estimate);
    }
    estimate.warnings().forEach(warning -> session.remark("Note: " + warning));
    KnownWork.remarkOnUseless(session, updateAll, request);
    return Math.max(
        ForecastChoices.complainOf(session, estimate.unknown()),
        KnownWork.complainOfUnknown(session, updateAll, request));
  }
}
