package org.updateall.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What a fleet says of this machine. */
@Command(
    name = "priors",
    description = {
      "What the fleet that this machine belongs to says of plugins with few runs here.",
      "",
      "While a plugin has fewer than 20 runs on this machine, what it took on the other hosts of the"
          + " fleet tells more than what comes with this program. update-all fleet train makes the"
          + " file priors.json for that."
    },
    subcommands = {
      PriorsImportCommand.class,
      PriorsShowCommand.class,
      PriorsRemoveCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  update-all priors import /srv/forecasts/priors.json",
      "  update-all priors show",
      "  update-all priors remove"
    })
final class PriorsCommand implements Runnable {

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
