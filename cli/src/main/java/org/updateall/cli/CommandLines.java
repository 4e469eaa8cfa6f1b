package org.updateall.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as picocli knows it: the root with those commands that are wanted. */
final class CommandLines {

  private static final String HELP = "help";

  private CommandLines() {}

  static CommandLine of(UpdateAllCommand root, Map<String, Class<?>> commands) {
    CommandLine commandLine = new CommandLine(root);
    commands.forEach(commandLine::addSubcommand);
    // What follows the words of record is another program's, and no word names a file to be read.
    commandLine
        .getSubcommands()
        .forEach((name, command) -> command.setStopAtPositional(name.equals(RecordCommand.NAME)));
    exemplifyHelp(commandLine);
    return commandLine.setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** The command of picocli's own that explains others has no example. */
  private static void exemplifyHelp(CommandLine commandLine) {
    CommandLine help = commandLine.getSubcommands().get(HELP);
    CommandSpec parent = commandLine.getCommandSpec();
    if (help != null) {
      help.getCommandSpec()
          .usageMessage()
          .footer(
              "",
              "Examples:",
              "  %s %s %s"
                  .formatted(
                      parent.qualifiedName(),
                      HELP,
                      commandLine.getSubcommands().keySet().iterator().next()));
    }
    commandLine.getSubcommands().values().forEach(CommandLines::exemplifyHelp);
  }
}
