package org.updateall.domain.progress;

import java.util.Map;
import org.updateall.domain.history.PluginName;

/**
 * How far a run has come at one moment.
 *
 * @param plugins the state of each plugin of the run
 */
public record RunState(Map<PluginName, PluginState> plugins) {

  public RunState {
    plugins = Map.copyOf(plugins);
  }

  /**
   * @throws IllegalArgumentException if the plugin is not part of the run
   */
  public PluginState of(PluginName plugin) {
    PluginState state = plugins.get(plugin);
    if (state == null) {
      throw new IllegalArgumentException("the run has no plugin " + plugin);
    }
    return state;
  }
}
