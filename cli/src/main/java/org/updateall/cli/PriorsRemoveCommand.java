package org.updateall.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Forgets a fleet's priors. */
@Command(
    name = "remove",
    description = "Forget the priors: estimates rest on this machine's own history again.",
    footer = {"", "Examples:", "  update-all priors remove"})
final class PriorsRemoveCommand implements Callable<Integer> {

  @ParentCommand private PriorsCommand priors;

  @Override
  public Integer call() {
    Session session = priors.session();
    try (UpdateAll updateAll = session.open()) {
      boolean removed = updateAll.forgetPriors();
      if (session.json()) {
        session.printJson(Map.of("removed", removed));
      } else {
        session.print(removed ? "Removed the priors." : "There are no priors.");
      }
      return ExitCode.DONE;
    }
  }
}
