package org.updateall.application.recording;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.NotRecorded;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunCorrection;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;

/** Use case: put one part of a stored run right, add one, or take one away. */
public final class CorrectRun {

  private static final Logger LOG = LoggerFactory.getLogger(CorrectRun.class);

  private final RunHistory history;

  public CorrectRun(RunHistory history) {
    this.history = history;
  }

  /**
   * Corrects a run within one transaction, so that nobody else changes it meanwhile.
   *
   * @return the run as it then is stored; what is not there, if the run or the part is not, and
   *     nothing is changed then
   * @throws IllegalArgumentException if the part breaks a rule of the run, such as that of another
   *     run
   * @throws HistoryUnavailable if the store cannot be used
   */
  public Either<NotRecorded, Run> correct(RunId runId, RunCorrection correction) {
    Attempt attempt = new Attempt(runId, correction);
    Option<Run> stored = history.revise(runId, attempt);
    LOG.atInfo()
        .addKeyValue("run_id", runId)
        .addKeyValue("corrected", attempt.answer.isRight())
        .log("run corrected");
    return attempt.answer.map(corrected -> stored.getOrElse(corrected));
  }

  /** Corrects the stored run, if there is one, and remembers what came of it. */
  private static final class Attempt implements UnaryOperator<Run> {

    private final RunCorrection correction;
    private Either<NotRecorded, Run> answer;

    Attempt(RunId runId, RunCorrection correction) {
      this.correction = correction;
      this.answer = Either.left(NotRecorded.run(runId));
    }

    @Override
    public Run apply(Run known) {
      answer = correction.of(known);
      return answer.getOrElse(known);
    }
  }
}
