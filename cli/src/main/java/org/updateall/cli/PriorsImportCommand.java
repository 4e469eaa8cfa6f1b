package org.updateall.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.fleet.PriorTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings in a fleet's priors. */
@Command(
    name = "import",
    description = {
      "Bring in a file of priors, in the place of those that are there.",
      "",
      "It is taken only if it is as it was written: its checksum must agree, and its version be one"
          + " that this program knows. Estimates of plugins with fewer than 20 runs here rest on it"
          + " from then on."
    },
    footer = {"", "Examples:", "  update-all priors import /srv/forecasts/priors.json"})
final class PriorsImportCommand implements Callable<Integer> {

  @ParentCommand private PriorsCommand priors;

  @Parameters(paramLabel = "FILE", description = "The file priors.json that fleet train wrote.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Session session = priors.session();
    try (UpdateAll updateAll = session.open()) {
      return updateAll.bringInPriors(file).fold(session::refuse, table -> show(session, table));
    }
  }

  private static int show(Session session, PriorTable table) {
    if (session.json()) {
      session.printJson(PriorsReport.document(table));
    } else {
      session.print(
          "Brought in %s of %s; the newest run they know began at %s."
              .formatted(
                  Count.of(table.priors().size(), "prior"),
                  Count.of(PriorsReport.plugins(table).size(), "plugin"),
                  new LocalClock(session.zone()).time(table.asOf())));
    }
    return ExitCode.DONE;
  }
}
