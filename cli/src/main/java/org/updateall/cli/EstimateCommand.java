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
      "Where any plugin has failed, or well may, it says how likely each is to fail.",
      "",
      "Models that are missing or no longer fit the history are trained first, and kept."
    })
final class EstimateCommand implements Callable<Integer> {

  @ParentCommand private UpdateAllCommand root;

  @Mixin private ForecastChoices choices = new ForecastChoices();

  @Mixin private KnownWork work = new KnownWork();

  @Override
  public Integer call() {
    return choices.answer(root.session(), this::request, EstimateCommand::estimate);
  }

  private EstimateRequest request(HostScope host) {
    return work.request(choices, host);
  }

  private static int estimate(Session session, UpdateAll updateAll, EstimateRequest request) {
    RunEstimate estimate = updateAll.estimate(request, session.progress());
    if (session.json()) {
      session.printJson(EstimateDocument.of(estimate));
    } else {
      EstimateTable.show(session, estimate);
    }
    return KnownWork.conclude(session, updateAll, request, estimate.warnings(), estimate.unknown());
  }
}
