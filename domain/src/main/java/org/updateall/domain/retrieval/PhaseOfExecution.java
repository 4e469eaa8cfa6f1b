package org.updateall.domain.retrieval;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.PluginExecution;
import org.updateall.domain.history.StepPhase;

/** One phase of an execution, taken for itself. */
final class PhaseOfExecution {

  private PhaseOfExecution() {}

  /**
   * The execution with its steps and announcements of that phase alone, and without its times,
   * which are those of all phases; the execution itself if no phase is given.
   */
  static PluginExecution of(PluginExecution execution, @Nullable StepPhase phase) {
    if (phase == null) {
      return execution;
    }
    return PluginExecution.builder(
            execution.executionId(), execution.runId(), execution.pluginName(), execution.status())
        .packages(execution.packagesUpdated(), execution.packagesTotal())
        .steps(execution.steps().stream().filter(step -> step.phase() == phase).toList())
        .estimates(execution.estimates().stream().filter(each -> each.phase() == phase).toList())
        .build();
  }
}
