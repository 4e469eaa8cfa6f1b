package org.updateall.application.updating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginName;

/**
 * Says which plugin begins next, and who has to wait: for those that it comes after, for a mutex
 * that another holds, for one that it must not run beside, or for memory. Whenever nothing runs,
 * something may begin, so that no cycle and no limit can stop a run for good. Safe for several
 * threads.
 */
final class Dispatcher {

  private final List<PlannedPlugin> waiting;
  private final Map<PluginName, PlannedPlugin> running = new LinkedHashMap<>();
  private final Set<PluginName> unfinished = new HashSet<>();
  private final Map<PluginName, Double> memoryNeeded;
  private final double memoryLimit;

  /**
   * @param memoryNeeded in bytes; of whom nothing is known is taken to need none
   */
  Dispatcher(
      List<PlannedPlugin> inOrder,
      Map<PluginName, Double> memoryNeeded,
      @Nullable Long memoryLimit) {
    this.waiting = new ArrayList<>(inOrder);
    this.memoryNeeded = Map.copyOf(memoryNeeded);
    this.memoryLimit = memoryLimit == null ? Double.POSITIVE_INFINITY : memoryLimit;
    inOrder.forEach(plugin -> unfinished.add(plugin.name()));
  }

  /** Waits for a plugin that may begin; absent once none is left. */
  synchronized @Nullable PlannedPlugin next() throws InterruptedException {
    while (!waiting.isEmpty()) {
      PlannedPlugin ready = firstReady();
      if (ready != null) {
        waiting.remove(ready);
        running.put(ready.name(), ready);
        return ready;
      }
      wait();
    }
    return null;
  }

  /** A plugin that ran is done. */
  synchronized void ended(PluginName plugin) {
    running.remove(plugin);
    unfinished.remove(plugin);
    notifyAll();
  }

  /** Nothing begins any more; returns what was waiting. */
  synchronized List<PlannedPlugin> close() {
    List<PlannedPlugin> left = List.copyOf(waiting);
    waiting.clear();
    notifyAll();
    return left;
  }

  private @Nullable PlannedPlugin firstReady() {
    for (PlannedPlugin plugin : waiting) {
      if (mayBegin(plugin)) {
        return plugin;
      }
    }
    return running.isEmpty() ? waiting.get(0) : null;
  }

  private boolean mayBegin(PlannedPlugin plugin) {
    return plugin.plan().after().stream()
            .noneMatch(before -> !before.equals(plugin.name()) && unfinished.contains(before))
        && running.values().stream().noneMatch(other -> excludes(plugin, other))
        && (running.isEmpty() || memoryBeside(plugin) <= memoryLimit);
  }

  private static boolean excludes(PlannedPlugin one, PlannedPlugin other) {
    return one.plan().conflicts().contains(other.name())
        || other.plan().conflicts().contains(one.name())
        || one.plan().allMutexes().stream().anyMatch(other.plan().allMutexes()::contains);
  }

  private double memoryBeside(PlannedPlugin plugin) {
    return need(plugin.name()) + running.keySet().stream().mapToDouble(this::need).sum();
  }

  private double need(PluginName plugin) {
    return memoryNeeded.getOrDefault(plugin, 0.0);
  }
}
