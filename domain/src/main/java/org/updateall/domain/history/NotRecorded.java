package org.updateall.domain.history;

/**
 * Why something cannot be corrected or taken away: it is not in the history.
 *
 * @param message what is not there, in one sentence
 */
public record NotRecorded(String message) {

  static NotRecorded execution(RunId runId, ExecutionId executionId) {
    return new NotRecorded("run %s has no execution %s".formatted(runId, executionId));
  }

  /** No run of that identity is stored. */
  public static NotRecorded run(RunId runId) {
    return new NotRecorded("no run %s is stored".formatted(runId));
  }
}
