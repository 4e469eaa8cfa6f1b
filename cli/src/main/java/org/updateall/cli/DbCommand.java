package org.updateall.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looking after the database itself. */
@Command(
    name = "db",
    description = "Look after the database: its state, copies of it, and what to do about damage.",
    subcommands = {
      DbInfoCommand.class,
      DbCheckCommand.class,
      DbBackupCommand.class,
      DbCompactCommand.class,
      DbPruneCommand.class,
      DbRepairCommand.class,
      DbConvertCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  update-all db info",
      "  update-all db backup history-copy.duckdb",
      "  update-all db help prune"
    })
final class DbCommand implements Runnable {

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
