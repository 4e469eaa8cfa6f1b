package org.updateall.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.fleet.HostProfile;
import org.updateall.domain.fleet.PriorTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Says what a fleet's priors are about. */
@Command(
    name = "show",
    description = {
      "Say what the priors at hand are about, and what they know for this machine.",
      "",
      "For each plugin the narrowest kind of host is told that they know: with the operating system"
          + " and the size of this machine, with its operating system, or all hosts."
    },
    footer = {"", "Examples:", "  update-all priors show", "  update-all --json priors show"})
final class PriorsShowCommand implements Callable<Integer> {

  @ParentCommand private PriorsCommand priors;

  @Override
  public Integer call() {
    Session session = priors.session();
    try (UpdateAll updateAll = session.open()) {
      return updateAll
          .priors()
          .fold(
              session::refuse,
              found ->
                  found
                      .map(table -> show(session, table, updateAll.profile()))
                      .getOrElse(() -> nothing(session)));
    }
  }

  private static int nothing(Session session) {
    if (session.json()) {
      session.printJson(Map.of("plugins", Map.of()));
    } else {
      session.print("There are no priors; bring some in with: update-all priors import FILE");
    }
    return ExitCode.DONE;
  }

  private static int show(Session session, PriorTable table, HostProfile here) {
    if (session.json()) {
      session.printJson(PriorsReport.document(table, here));
    } else {
      session.print(
          "%s as of %s; this machine is %s, %s."
              .formatted(
                  Count.of(table.priors().size(), "prior"),
                  new LocalClock(session.zone()).time(table.asOf()),
                  here.operatingSystem(),
                  here.size().wireName()));
      session.print(PriorsReport.table(table, here));
    }
    return ExitCode.DONE;
  }
}
