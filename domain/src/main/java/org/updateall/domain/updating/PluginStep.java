package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.domain.history.StepPhase;

/**
 * One command of an update.
 *
 * @param name what it is called in the history, such as {@code refresh}
 * @param phase what it does
 * @param command the program and its arguments; each is handed over as it is, never to a shell
 * @param environment variables that are set for it, beside those that it inherits
 * @param needsRoot whether only root can run it
 * @param timeout how long it may take
 * @param successCodes the exit codes that say that all went well; 0, and with some programs others
 */
public record PluginStep(
    String name,
    StepPhase phase,
    List<String> command,
    Map<String, String> environment,
    boolean needsRoot,
    Duration timeout,
    Set<Integer> successCodes) {

  /** Of which only 0 is success. */
  public static final Set<Integer> ZERO = Set.of(0);

  /**
   * @throws IllegalArgumentException if the name is empty, there is no program, an argument or a
   *     variable cannot be handed over, no exit code is success, or the timeout is not above zero
   */
  public PluginStep {
    requireNonNull(phase, "phase");
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    successCodes = Set.copyOf(successCodes);
    if (successCodes.isEmpty()) {
      throw new IllegalArgumentException("no exit code of step %s is success".formatted(name));
    }
    Checks.text("step name", name);
    Checks.command("step " + name, command);
    Checks.environment(environment);
    Checks.positive("timeout of step " + name, timeout);
  }
}
