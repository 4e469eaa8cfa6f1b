package org.updateall.application.recording;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;

/** Use case: remember a run, or what has become of it since. */
public final class RecordRun {

  private static final Logger LOG = LoggerFactory.getLogger(RecordRun.class);

  private final RunHistory history;

  public RecordRun(RunHistory history) {
    this.history = history;
  }

  /**
   * Stores the run whole; recording the same run again changes nothing.
   *
   * @throws HistoryUnavailable if the store cannot be used
   */
  public RecordOutcome record(Run run) {
    RecordOutcome outcome = history.record(run);
    LOG.atInfo()
        .addKeyValue("run_id", run.runId())
        .addKeyValue("plugins", run.totalPlugins())
        .addKeyValue("outcome", outcome)
        .log("run recorded");
    return outcome;
  }
}
