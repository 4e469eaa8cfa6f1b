package org.updateall.domain.joint;

import java.util.List;
import java.util.Map;
import org.updateall.domain.history.PluginName;

/**
 * How the outcomes of plugins went along with one another in past runs.
 *
 * @param runs for each run, oldest first, the level between 0 and 1 at which the outcome of each
 *     plugin lay in what had been predicted for it; a plugin that took no part, or of which nothing
 *     had been predicted, is left out
 */
public record JointHistory(List<Map<PluginName, Double>> runs) {

  /** Of runs of which nothing is known. */
  public static final JointHistory NONE = new JointHistory(List.of());

  /**
   * @throws IllegalArgumentException if a level does not lie between 0 and 1
   */
  public JointHistory {
    runs = runs.stream().map(Map::copyOf).toList();
    for (Map<PluginName, Double> run : runs) {
      run.forEach(JointHistory::requireLevel);
    }
  }

  private static void requireLevel(PluginName plugin, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "a level lies between 0 and 1, not at %s: %s".formatted(level, plugin));
    }
  }
}
