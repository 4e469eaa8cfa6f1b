package org.updateall.domain.journal;

import static java.util.Objects.requireNonNull;

import org.updateall.domain.history.Run;

/**
 * A run that has not ended.
 *
 * @param run as far as it has come
 * @param process the process that it is part of
 */
public record RunUnderWay(Run run, ProcessIdentity process) {

  public RunUnderWay {
    requireNonNull(run, "run");
    requireNonNull(process, "process");
  }
}
