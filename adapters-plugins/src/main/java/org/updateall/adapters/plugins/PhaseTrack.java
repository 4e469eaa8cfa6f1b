package org.updateall.adapters.plugins;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.updating.ProgressEvent;
import org.updateall.domain.updating.ProgressEvent.Advanced;
import org.updateall.domain.updating.ProgressEvent.PhaseEnded;
import org.updateall.domain.updating.ProgressEvent.PhaseStarted;

/**
 * Makes an orderly story of messages that come in any order: each phase begins once, before it goes
 * on, and ends once, at the latest with the program. What is told of a phase that has ended is left
 * out.
 */
final class PhaseTrack {

  private final Set<StepPhase> begun = EnumSet.noneOf(StepPhase.class);
  private final Set<StepPhase> ended = EnumSet.noneOf(StepPhase.class);
  private final Map<StepPhase, Long> bytes = new EnumMap<>(StepPhase.class);
  private @Nullable Long executed;
  private @Nullable Integer completed;

  void take(ProtocolMessage message, List<ProgressEvent> events) {
    if (message instanceof ProtocolMessage.Start start) {
      begin(start.phase(), events);
    } else if (message instanceof ProtocolMessage.Progress progress) {
      advance(progress.event(), events);
    } else if (message instanceof ProtocolMessage.End end) {
      end(new PhaseEnded(end.phase(), end.success(), end.error()), events);
    } else if (message instanceof ProtocolMessage.Completion completion) {
      completed = completion.packagesUpdated() == null ? completed : completion.packagesUpdated();
    }
  }

  /** The program has ended; what it left open ends as it did. */
  void closeAll(int exitCode, List<ProgressEvent> events) {
    for (StepPhase phase : StepPhase.values()) {
      if (begun.contains(phase)) {
        String error = exitCode == 0 ? null : "it ended with exit code " + exitCode;
        end(new PhaseEnded(phase, exitCode == 0, error), events);
      }
    }
  }

  /** How many packages it said to have updated; null if it said nothing of that. */
  @Nullable Integer packagesUpdated() {
    if (completed != null || executed == null) {
      return completed;
    }
    return executed > Integer.MAX_VALUE ? null : (Integer) executed.intValue();
  }

  /** How much it said to have downloaded, in all phases; null if it said nothing of that. */
  @Nullable Long bytesDownloaded() {
    return bytes.isEmpty() ? null : (Long) bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean begin(StepPhase phase, List<ProgressEvent> events) {
    if (ended.contains(phase)) {
      return false;
    }
    if (begun.add(phase)) {
      events.add(new PhaseStarted(phase));
    }
    return true;
  }

  private void advance(Advanced event, List<ProgressEvent> events) {
    if (!begin(event.phase(), events)) {
      return;
    }
    events.add(event);
    if (event.bytesDownloaded() != null) {
      bytes.merge(event.phase(), event.bytesDownloaded(), Math::max);
    }
    if (event.phase() == StepPhase.EXECUTE && event.itemsCompleted() != null) {
      executed = Math.max(executed == null ? 0 : executed, event.itemsCompleted());
    }
  }

  private void end(PhaseEnded event, List<ProgressEvent> events) {
    if (begin(event.phase(), events)) {
      ended.add(event.phase());
      events.add(event);
    }
  }
}
