package org.updateall.application.recording;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.ExecutionId;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.ResourceUsage;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;
import org.updateall.domain.history.StepPhase;
import org.updateall.domain.history.TimeOrderedIds;
import org.updateall.domain.journal.AnnouncedFigures;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.journal.LiveRun;
import org.updateall.domain.journal.RunJournal;

/**
 * One run that is recorded while it happens: told what begins and ends, it keeps the times, and
 * notes each change in the journal before it answers. If the process dies, the run is stored as far
 * as it had come, by whoever next uses the history.
 *
 * <p>What cannot be, such as a step that ends before it begins, is refused with an {@link
 * IllegalStateException} that says what to do instead; nothing has changed then. That the journal
 * cannot be used while the run is under way stops nobody; see {@link #unnoted}.
 *
 * <p>Safe for several threads, as plugins that run at the same time need it. The times are those of
 * a watch that began with the run, so that a clock that is set meanwhile makes no duration wrong;
 * while the machine sleeps, it stands still on most systems.
 */
public final class RunCollector implements AutoCloseable {

  /*
   * The state has a lock of its own, which is never held while anything is written. Who holds the
   * other lock writes the newest state, and whoever waited for it meanwhile finds that done. So
   * writing is in order, nothing old is written over something new, and nothing twice.
   */

  private static final Logger LOG = LoggerFactory.getLogger(RunCollector.class);

  private final RunJournal journal;
  private final TimeOrderedIds ids;
  private final SteadyClock clock;
  private final Object state = new Object();
  private final Object writing = new Object();
  private LiveRun live;
  private boolean withdrawn;
  private @Nullable Run noted;
  private volatile @Nullable HistoryUnavailable trouble;

  private RunCollector(RunJournal journal, TimeOrderedIds ids, SteadyClock clock, LiveRun live) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.live = live;
  }

  static RunCollector begin(
      RunJournal journal, TimeOrderedIds ids, SteadyClock clock, LiveRun live) {
    RunCollector collector = new RunCollector(journal, ids, clock, live);
    collector.note();
    return collector;
  }

  /** The identity of the run, by which it may be foretold. */
  public RunId runId() {
    return run().runId();
  }

  /** The run as far as it has come, or as it ended. */
  public Run run() {
    synchronized (state) {
      return live.run();
    }
  }

  /** The time by which the run is recorded. */
  public Instant now() {
    return clock.now();
  }

  /** A plugin will have its turn; should the run end before, it was skipped. */
  public void expectPlugin(PluginName plugin) {
    change((run, time, id) -> run.expecting(plugin, id));
  }

  /** A plugin begins, whether it was expected or not. */
  public void startPluginExecution(PluginName plugin) {
    change((run, time, id) -> run.starting(plugin, id, time));
  }

  /**
   * A plugin that is running says what it is going to do in a phase, or one that is expected does.
   *
   * @throws IllegalArgumentException if a figure is negative or not finite
   */
  public void recordEstimate(PluginName plugin, StepPhase phase, AnnouncedFigures work) {
    change((run, time, id) -> run.announcing(plugin, phase, work));
  }

  /**
   * A plugin begins a step; it takes one at a time.
   *
   * @throws IllegalArgumentException if no step can have that name
   */
  public void startStep(PluginName plugin, String step, StepPhase phase) {
    change((run, time, id) -> run.startingStep(plugin, step, phase, time));
  }

  /**
   * The step that a plugin is at ends.
   *
   * @param usage what it used; an elapsed time that was not measured is that between the two calls
   */
  public void endStep(PluginName plugin, String step, ResourceUsage usage) {
    change((run, time, id) -> run.endingStep(plugin, step, usage, time));
  }

  /**
   * A plugin ends, after its steps.
   *
   * @param end how; one that has not started can be skipped alone
   * @throws IllegalArgumentException if a count is negative, or no text can be as the message is
   */
  public void endPluginExecution(PluginName plugin, ExecutionEnd end) {
    change((run, time, id) -> run.ending(plugin, end, time));
  }

  /**
   * The run ends, after its plugins, and is recorded; how many of them succeeded and failed follows
   * from what was told.
   *
   * @return what storing it changed; none if it is safe and is stored later
   * @throws HistoryUnavailable if the run cannot be made safe; it has not ended then, so that this
   *     can be tried again
   */
  public Option<RecordOutcome> endRun() {
    return end(LiveRun::ending);
  }

  /**
   * The run ends before its plugins do, and is recorded so far: those that are running have failed,
   * for that reason, and those that wait are skipped.
   *
   * @return what storing it changed; none if it is safe and is stored later
   * @throws HistoryUnavailable if the run cannot be made safe; it has not ended then
   */
  public Option<RecordOutcome> interrupt(String reason) {
    return end((run, time) -> run.interrupted(reason, time));
  }

  /**
   * The run is to be forgotten as if it had never begun.
   *
   * @throws HistoryUnavailable if the journal cannot be used; the run goes on then
   */
  public void withdraw() {
    synchronized (writing) {
      requireUnderWay("be withdrawn");
      journal.withdraw(runId());
      synchronized (state) {
        withdrawn = true;
      }
    }
  }

  /** Why what was told last is not safe on disk, if it is not; the run goes on nevertheless. */
  public Option<HistoryUnavailable> unnoted() {
    return Option.of(trouble);
  }

  /** Interrupts the run if it has neither ended nor was withdrawn. */
  @Override
  public void close() {
    synchronized (writing) {
      if (isUnderWay()) {
        Option<RecordOutcome> unused = interrupt("interrupted: it was left before it had ended");
      }
    }
  }

  /** What is told of a run, at some time; the identity is free for an execution that is new. */
  interface Told {

    LiveRun of(LiveRun run, Instant time, ExecutionId executionId);
  }

  /** Takes what is told, all of it or, if it is refused, nothing, and notes it once. */
  void change(Told told) {
    synchronized (state) {
      requireNotWithdrawn();
      live = told.of(live, clock.now(), ids.nextExecutionId());
    }
    note();
  }

  private void note() {
    synchronized (writing) {
      Run newest = run();
      if (newest.equals(noted) || !isUnderWay()) {
        return;
      }
      try {
        journal.underWay(newest);
        noted = newest;
        trouble = null;
      } catch (HistoryUnavailable e) {
        trouble = e;
        LOG.atWarn()
            .addKeyValue("run_id", newest.runId())
            .setCause(e)
            .log("the run that is under way could not be noted");
      }
    }
  }

  /** Takes what is told of the run's end, and records it. */
  Option<RecordOutcome> end(BiFunction<LiveRun, Instant, LiveRun> how) {
    synchronized (writing) {
      LiveRun before;
      LiveRun ended;
      synchronized (state) {
        requireNotWithdrawn();
        before = live;
        ended = how.apply(before, clock.now());
        live = ended;
      }
      return accept(ended, before);
    }
  }

  /** Meanwhile nothing can be told, for the run has ended; unless it cannot be made safe. */
  private Option<RecordOutcome> accept(LiveRun ended, LiveRun before) {
    boolean safe = false;
    try {
      Option<RecordOutcome> outcome = new RecordRun(journal).record(ended.run());
      safe = true;
      trouble = null;
      return outcome;
    } finally {
      if (!safe) {
        synchronized (state) {
          live = before;
        }
      }
    }
  }

  private boolean isUnderWay() {
    synchronized (state) {
      return !withdrawn && !live.isOver();
    }
  }

  private void requireUnderWay(String what) {
    synchronized (state) {
      requireNotWithdrawn();
      live.requireUnderWay(what);
    }
  }

  private void requireNotWithdrawn() {
    if (withdrawn) {
      throw new IllegalStateException("run %s was withdrawn; begin another run".formatted(runId()));
    }
  }
}
