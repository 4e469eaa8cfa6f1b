package org.updateall.domain.updating;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
 */
public record PluginStep(
    String name,
    StepPhase phase,
    List<String> command,
    Map<String, String> environment,
    boolean needsRoot,
    Duration timeout) {

  /**
   * @throws IllegalArgumentException if the name is empty, there is no program, an argument or a
   *     variable cannot be handed over, or the timeout is not above zero
   */
  public PluginStep {
    requireNonNull(phase, "phase");
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    Checks.text("step name", name);
    Checks.command("step " + name, command);
    Checks.environment(environment);
    Checks.positive("timeout of step " + name, timeout);
  }
}
