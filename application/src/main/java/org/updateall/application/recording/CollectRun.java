package org.updateall.application.recording;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.journal.LiveRun;
import org.updateall.domain.journal.RunJournal;

/**
 * Use case: record a run while it happens, so that what is known of it survives whatever happens to
 * its process.
 */
public final class CollectRun {

  private final RunJournal journal;
  private final TimeOrderedIds ids;
  private final Clock clock;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime a watch, in nanoseconds from any moment on, that never goes back
   */
  public CollectRun(RunJournal journal, TimeOrderedIds ids, Clock clock, LongSupplier nanoTime) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /**
   * A run begins now.
   *
   * @param runId its identity, by which it may have been foretold; no other run has it
   * @param hostname the machine
   * @param username who runs it, if known
   * @param configHash which configuration it runs with, if known
   * @throws IllegalArgumentException as the constructor of a run does
   */
  public RunCollector start(
      RunId runId, String hostname, @Nullable String username, @Nullable String configHash) {
    SteadyClock times = new SteadyClock(clock, nanoTime);
    return RunCollector.begin(
        journal, ids, times, LiveRun.begin(runId, times.now(), hostname, username, configHash));
  }
}
