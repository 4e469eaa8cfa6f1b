package org.updateall.domain.joint;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.domain.history.PluginName;

/**
 * By what rule plugins run: whenever fewer than so many are running, the first in the order that
 * waits begins, unless one that runs holds a mutex that it needs; then the next may go before it.
 *
 * @param workers how many plugins run at a time, at the most
 * @param mutexes the names of those that a plugin needs while it runs; no two plugins that need the
 *     same run at the same time
 * @param order plugins in the order in which they begin; those that are not named come after these,
 *     by name
 */
public record Schedule(int workers, Map<PluginName, Set<String>> mutexes, List<PluginName> order) {

  /**
   * @throws IllegalArgumentException if nothing can run, or a plugin stands twice in the order
   */
  public Schedule {
    if (workers < 1) {
      throw new IllegalArgumentException("there is at least 1 worker, not " + workers);
    }
    Map<PluginName, Set<String>> copies = new HashMap<>();
    mutexes.forEach((plugin, names) -> copies.put(plugin, Set.copyOf(names)));
    mutexes = Map.copyOf(copies);
    order = List.copyOf(order);
    if (new HashSet<>(order).size() < order.size()) {
      throw new IllegalArgumentException("a plugin stands twice in the order: " + order);
    }
  }

  /** One plugin after another. */
  public static Schedule sequential() {
    return parallel(1);
  }

  /** So many plugins at a time, none of which has to wait for a certain other. */
  public static Schedule parallel(int workers) {
    return new Schedule(workers, Map.of(), List.of());
  }

  public boolean isSequential() {
    return workers == 1;
  }

  /** What that plugin needs while it runs. */
  public Set<String> mutexesOf(PluginName plugin) {
    return mutexes.getOrDefault(plugin, Set.of());
  }

  /** Which of two plugins begins first. */
  public Comparator<PluginName> precedence() {
    return Comparator.<PluginName>comparingInt(this::place)
        .thenComparing(Comparator.naturalOrder());
  }

  private int place(PluginName plugin) {
    int place = order.indexOf(plugin);
    return place < 0 ? order.size() : place;
  }
}
