package org.updateall.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.application.estimating.EstimateRequest;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

  @ParentCommand private @Nullable UpdateAllCommand root;

  @Parameters(
      arity = "0..*",
      paramLabel = "PLUGIN",
      description = "Which plugins (default: all of the history).")
  private List<String> plugins = List.of();

  @Option(
      names = "--level",
      paramLabel = "P",
      description = "The probability that an interval is to have, up to 0.99 (default: 0.9).")
  private double level = 0.9;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "Whose history to go by (default: this machine's; if it has none, that of all).")
  private @Nullable String host;

  @Mixin private TrainingChoices training = new TrainingChoices();

  @Override
  public Integer call() {
    Session session = Commands.session(root);
    List<PluginName> wanted = Commands.plugins(plugins);
    Commands.level(level);
    try (UpdateAll updateAll = session.open()) {
      return Commands.host(session, updateAll, host)
          .fold(code -> code, scope -> estimate(session, updateAll, wanted, scope));
    }
  }

  private int estimate(
      Session session, UpdateAll updateAll, List<PluginName> wanted, HostScope scope) {
    RunEstimate estimate =
        updateAll.estimate(
            new EstimateRequest(wanted, scope, training.options(), level), session.progress());
    if (session.json()) {
      session.printJson(EstimateDocument.of(estimate));
    } else {
      EstimateTable.show(session, estimate);
    }
    estimate.warnings().forEach(warning -> session.remark("Note: " + warning));
    return Commands.complainOf(session, estimate.unknown());
  }
}
