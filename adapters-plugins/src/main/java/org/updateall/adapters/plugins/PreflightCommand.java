package org.updateall.adapters.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command that tells what an update would do, and how it does so.
 *
 * @param command the program and its arguments
 * @param timeout how long it may take
 * @param answerCodes the exit codes with which it has answered
 * @param nothingCodes those that say that nothing is to be done, whatever it prints
 * @param untoldCodes those that say that it cannot tell
 * @param format how to read what it prints; absent where the exit code is all
 * @param otherwise whether it is run only if none before it has answered
 */
record PreflightCommand(
    List<String> command,
    Duration timeout,
    Set<Integer> answerCodes,
    Set<Integer> nothingCodes,
    Set<Integer> untoldCodes,
    @Nullable OutputFormat format,
    boolean otherwise) {

  PreflightCommand {
    command = List.copyOf(command);
    answerCodes = Set.copyOf(answerCodes);
    nothingCodes = Set.copyOf(nothingCodes);
    untoldCodes = Set.copyOf(untoldCodes);
  }

  String program() {
    return command.get(0);
  }
}
