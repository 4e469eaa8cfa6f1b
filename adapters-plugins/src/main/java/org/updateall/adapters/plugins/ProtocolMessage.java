package org.updateall.adapters.plugins;

import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.ProgressEvent;

/** What one line of the external plugin protocol says. */
sealed interface ProtocolMessage {

  /** That a phase begins. */
  record Start(StepPhase phase) implements ProtocolMessage {}

  /** That a phase goes on. */
  record Progress(ProgressEvent.Advanced event) implements ProtocolMessage {}

  /** That a phase ends. */
  record End(StepPhase phase, boolean success, @Nullable String error) implements ProtocolMessage {}

  /** That all is done: known to readers of the protocol, though not in its document. */
  record Completion(@Nullable Integer packagesUpdated) implements ProtocolMessage {}
}
