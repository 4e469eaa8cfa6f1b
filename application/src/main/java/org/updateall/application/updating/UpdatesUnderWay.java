package org.updateall.application.updating;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.application.recording.RunCollector;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.history.Run;
import org.updateall.domain.journal.ExecutionEnd;
import org.updateall.domain.metering.CommandRunner;
import org.updateall.domain.progress.RemainingTime;
import org.updateall.domain.progress.RunProgress;
import org.updateall.domain.progress.RunState;

/** A run whose plugins are being run. Safe for several threads. */
public final class UpdatesUnderWay {

  private static final Logger LOG = LoggerFactory.getLogger(UpdatesUnderWay.class);

  private final PlannedRun plan;
  private final CommandRunner runner;
  private final RootAccess root;
  private final RunCollector collector;
  private final RunProgress progress;
  private final RunListener listener;
  private final Dispatcher dispatcher;
  private final List<Thread> workers = new ArrayList<>();
  private final CountDownLatch done;
  private final Map<PluginName, ExecutionEnd> ends = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean over;
  private boolean stopped;
  private @Nullable RuntimeException defect;

  UpdatesUnderWay(
      PlannedRun plan,
      CommandRunner runner,
      RootAccess root,
      RunCollector collector,
      RunProgress progress,
      RunListener listener,
      Option<String> warning) {
    this.plan = plan;
    this.runner = runner;
    this.root = root;
    this.collector = collector;
    this.progress = progress;
    this.listener = listener;
    this.dispatcher =
        new Dispatcher(plan.plugins(), plan.memoryNeeded(), plan.request().memoryLimit());
    warning.forEach(warnings::add);
    int threads = Math.min(plan.request().workers(), plan.plugins().size());
    this.done = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      workers.add(new Thread(this::work, "plugins " + (i + 1)));
    }
  }

  void begin() {
    workers.forEach(Thread::start);
  }

  private void work() {
    try {
      PlannedPlugin next = dispatcher.next();
      while (next != null) {
        take(next);
        next = dispatcher.next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      done.countDown();
    }
  }

  /** That a turn fails for a defect of ours is told once the rest has ended. */
  private void take(PlannedPlugin next) {
    try {
      conclude(
          next.name(), new PluginTurn(next, runner, root, collector, progress, listener).take());
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("plugin", next.name()).log("the turn was cut short");
      synchronized (this) {
        defect = e;
      }
    } finally {
      dispatcher.ended(next.name());
    }
  }

  private void conclude(PluginName plugin, ExecutionEnd end) {
    synchronized (this) {
      ends.put(plugin, end);
    }
    listener.ended(plugin, end, collector.now());
    if (end.status() != ExecutionStatus.SUCCESS && !plan.request().continueOnError()) {
      skipTheRest();
    }
  }

  private void skipTheRest() {
    for (PlannedPlugin waiting : dispatcher.close()) {
      progress.skipped(waiting.name());
      collector.endPluginExecution(waiting.name(), ExecutionEnd.skipped());
      synchronized (this) {
        ends.put(waiting.name(), ExecutionEnd.skipped());
      }
      listener.ended(waiting.name(), ExecutionEnd.skipped(), collector.now());
    }
  }

  /** What is left of the run and of each of its plugins, by now. */
  public RemainingTime remaining() {
    return progress.remaining(collector.now());
  }

  /** How far each plugin has come. */
  public RunState state() {
    return progress.state(collector.now());
  }

  /** The time by which the run is recorded. */
  public Instant now() {
    return collector.now();
  }

  /** Whether every plugin has had its turn; waits for it no longer than that. */
  public boolean await(long milliseconds) throws InterruptedException {
    return done.await(milliseconds, TimeUnit.MILLISECONDS);
  }

  /**
   * Stops what runs, begins nothing more, and waits until all has ended.
   *
   * @throws InterruptedException if this thread is interrupted meanwhile
   */
  public void stop() throws InterruptedException {
    synchronized (this) {
      stopped = true;
    }
    skipTheRest();
    workers.forEach(Thread::interrupt);
    done.await();
  }

  /**
   * Ends the run once every plugin has had its turn, and records it; further calls change nothing.
   *
   * @throws HistoryUnavailable if it cannot be made safe; this can be tried again
   * @throws IllegalStateException if a plugin's turn failed for a defect of this program; the run
   *     is recorded as interrupted then
   * @throws InterruptedException if this thread is interrupted before all has ended
   */
  public UpdateResult finish() throws InterruptedException {
    done.await();
    synchronized (this) {
      if (!over) {
        if (defect != null) {
          collector.interrupt("interrupted by a defect of update-all");
        } else if (stopped) {
          collector.interrupt("interrupted");
        } else {
          collector.endRun();
        }
        over = true;
      }
      if (defect != null) {
        throw new IllegalStateException("a plugin's turn was cut short", defect);
      }
      return new UpdateResult(plan, collector.run(), stopped, ends, warnings);
    }
  }

  /** The run as far as it has come. */
  public Run run() {
    return collector.run();
  }
}
