package org.updateall.application.recording;

import io.vavr.control.Option;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.journal.RunJournal;

/** Use case: remember a run that has ended, or what has become of it since. */
public final class RecordRun {

  private static final Logger LOG = LoggerFactory.getLogger(RecordRun.class);

  private final RunJournal journal;

  public RecordRun(RunJournal journal) {
    this.journal = journal;
  }

  /**
   * Makes the run safe, whole, and stores it unless somebody else uses the store; recording the
   * same run again changes nothing.
   *
   * @return what that changed; none if the run is safe and is stored later
   * @throws HistoryUnavailable if the run cannot be made safe
   */
  public Option<RecordOutcome> record(Run run) {
    Option<RecordOutcome> outcome = journal.accept(run);
    LOG.atInfo()
        .addKeyValue("run_id", run.runId())
        .addKeyValue("plugins", run.totalPlugins())
        .addKeyValue("outcome", outcome.map(RecordOutcome::name).getOrElse("WAITING"))
        .log("run recorded");
    return outcome;
  }
}
