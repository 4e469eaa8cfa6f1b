package org.updateall.domain.retrieval;

import java.util.List;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.history.PluginName;

/**
 * All that one plugin did, one row per execution and whatever its status, oldest first; executions
 * that began at the same instant by identity.
 *
 * @param plugin which plugin
 * @param host whose executions
 * @param executions the rows
 */
public record PluginHistory(PluginName plugin, HostScope host, List<ExecutionOutcome> executions) {

  public PluginHistory {
    executions = List.copyOf(executions);
  }
}
