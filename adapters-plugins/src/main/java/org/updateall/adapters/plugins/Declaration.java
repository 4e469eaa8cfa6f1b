package org.updateall.adapters.plugins;

import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.updating.PluginOrigin;
import org.updateall.domain.updating.PluginPlan;

/**
 * A plugin as it is declared.
 *
 * @param name what it is known by
 * @param origin whether it is shipped, or the user's own
 * @param programs what has to be found on PATH for it to apply
 * @param preflight what tells what an update would do; none if nothing does
 * @param environment what is set for these commands
 * @param plan what an update takes
 * @param outputs how to read what its steps print, by the name of the step
 */
record Declaration(
    PluginName name,
    PluginOrigin origin,
    List<String> programs,
    List<PreflightCommand> preflight,
    Map<String, String> environment,
    PluginPlan plan,
    Map<String, OutputPatterns> outputs) {

  Declaration {
    programs = List.copyOf(programs);
    preflight = List.copyOf(preflight);
    environment = Map.copyOf(environment);
    outputs = Map.copyOf(outputs);
  }
}
