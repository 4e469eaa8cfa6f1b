package org.updateall.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what a shell needs to complete this program's words. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Print what a shell needs to complete commands and options.",
      "",
      "Packages bring it along. Otherwise let the shell read it when it starts, or keep it in a file,"
          + " which is quicker."
    },
    footer = {
      "",
      "Examples:",
      "  update-all completion bash",
      "  update-all completion zsh",
      "  update-all completion fish"
    })
final class CompletionCommand implements Callable<Integer> {

  static final String NAME = "completion";

  /**
   * As a file in fpath it is loaded by the first completion that is asked for, and has to give that
   * itself.
   */
  private static final String ZSH =
      """
      #compdef %1$s
      %2$s
      if [ "${funcstack[1]}" = "_%1$s" ]; then
        _bash_complete -o default -F _complete_%1$s
      fi
      """;

  /** A shell that completes. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @ParentCommand private UpdateAllCommand root;

  @Parameters(
      paramLabel = "SHELL",
      description = "bash, zsh (which reads the same, and loads bashcompinit for it) or fish.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    root.session().printText(script(shell, CommandLines.of(root, Subcommands.everyOne())));
    return ExitCode.DONE;
  }

  /** Bash and zsh read the same script, which picocli writes. */
  static String script(Shell shell, CommandLine commandLine) {
    return switch (shell) {
      case BASH -> AutoComplete.bash(commandLine.getCommandName(), commandLine);
      case ZSH -> ZSH.formatted(commandLine.getCommandName(), script(Shell.BASH, commandLine));
      case FISH -> FishCompletion.of(commandLine);
    };
  }
}
