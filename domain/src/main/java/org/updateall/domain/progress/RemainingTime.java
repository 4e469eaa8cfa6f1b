package org.updateall.domain.progress;

import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;

/**
 * How long a run that is under way will still take.
 *
 * @param plugins what each plugin still needs, by itself: not counted is how long it waits for its
 *     turn. Nothing is left of those that are over
 * @param together the time until the last of these plugins ends; absent if there are plugins that
 *     are not over, and nothing is known of any of them
 * @param missing plugins that are not over and of which nothing is known, by name; they are not
 *     part of the whole
 */
public record RemainingTime(
    Map<PluginName, TimeLeft> plugins, @Nullable TimeLeft together, List<PluginName> missing) {

  public RemainingTime {
    plugins = Map.copyOf(plugins);
    missing = List.copyOf(missing);
  }

  /** What the plugin still needs; none if it is {@link #missing} or no part of the run. */
  public Option<TimeLeft> of(PluginName plugin) {
    return Option.of(plugins.get(plugin));
  }

  /** The time until the last plugin ends, of those that something is known of. */
  public Option<TimeLeft> whole() {
    return Option.of(together);
  }
}
