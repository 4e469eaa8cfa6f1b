package org.updateall.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Many hosts together. */
@Command(
    name = "fleet",
    description = {
      "Many hosts together: learn from what each of them exports, and forecast all of them.",
      "",
      "Hosts export with update-all export --fleet DIR into a tree that is shared or copied together."
    },
    subcommands = {
      FleetTrainCommand.class,
      FleetReportCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  update-all fleet train --input /srv/fleet --output /srv/forecasts",
      "  update-all fleet report --input /srv/forecasts",
      "  update-all fleet help train"
    })
final class FleetCommand implements Runnable {

  @ParentCommand private UpdateAllCommand root;

  @Spec private CommandSpec spec;

  Session session() {
    return root.session();
  }

  /** Without a command there is only help to give. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
