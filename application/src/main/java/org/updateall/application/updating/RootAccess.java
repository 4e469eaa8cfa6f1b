package org.updateall.application.updating;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.updateall.domain.metering.Command;
import org.updateall.domain.metering.CommandOutcome;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.metering.OutputListener;
import org.updateall.domain.updating.PluginStep;

/**
 * How steps that need root are run: as they are by root, else through sudo, if it lets us. sudo
 * remembers a password for the terminal at which it was given, so that all that goes through it
 * belongs to ours.
 */
enum RootAccess {
  IS_ROOT,
  BY_SUDO,
  NONE;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Looks what there is. Time that a user takes to give sudo a password is none of any plugin's, so
   * that sudo is asked now, and never while a plugin runs.
   *
   * @param mayAsk whether somebody is there who can be asked for a password
   */
  static RootAccess look(CommandRunner runner, boolean mayAsk) {
    if (printed(runner, "id", "-u").strip().equals("0")) {
      return IS_ROOT;
    }
    if (succeeds(runner, Command.of(List.of("sudo", "-n", "true")).atTerminal().within(PATIENCE))) {
      return BY_SUDO;
    }
    boolean granted =
        mayAsk && succeeds(runner, Command.of(List.of("sudo", "-v")).readingWhatThisProcessReads());
    return granted ? BY_SUDO : NONE;
  }

  private static String printed(CommandRunner runner, String... words) {
    CommandOutcome outcome =
        runner.run(Command.of(List.of(words)).within(PATIENCE), OutputListener.NONE);
    return outcome.output().text();
  }

  private static boolean succeeds(CommandRunner runner, Command command) {
    return runner.run(command, OutputListener.NONE).succeeded();
  }

  /** The step as it is to be run; it must not need root where there is none. */
  Command command(PluginStep step) {
    boolean raised = step.needsRoot() && this == BY_SUDO;
    Command command =
        raised
            ? Command.of(throughSudo(step)).atTerminal()
            : Command.of(step.command()).with(step.environment());
    return command.within(step.timeout());
  }

  /** sudo passes on hardly any variable. */
  private static List<String> throughSudo(PluginStep step) {
    List<String> words = new ArrayList<>(List.of("sudo", "-n", "--", "env"));
    Map<String, String> variables = new TreeMap<>(step.environment());
    variables.forEach((name, value) -> words.add(name + "=" + value));
    words.addAll(step.command());
    return words;
  }
}
