package org.updateall.domain.retrieval;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.updateall.domain.history.PluginName;

/**
 * What models of one plugin learn from, one row per execution, oldest first; executions that began
 * at the same instant by identity, then by run.
 *
 * @param plugin which plugin
 * @param rows the executions
 */
public record TrainingTable(PluginName plugin, List<TrainingRow> rows) {

  public TrainingTable {
    requireNonNull(plugin, "plugin");
    rows = List.copyOf(rows);
  }
}
