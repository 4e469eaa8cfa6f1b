package org.updateall.application.estimating;

import io.vavr.control.Either;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.retrieval.HistoryQueries;

/**
 * Use case: decide whose history estimates rest on. That of the machine asked for; else that of
 * this machine; else, where this machine has none yet, that of every machine.
 */
public final class ChooseHost {

  private final HistoryQueries queries;
  private final String thisHost;

  public ChooseHost(HistoryQueries queries, String thisHost) {
    this.queries = queries;
    this.thisHost = thisHost;
  }

  /**
   * @param wanted the machine asked for, if any
   * @return the name asked for, if the history does not know that machine
   * @throws HistoryUnavailable if the store cannot be used
   */
  public Either<String, HostScope> choose(@Nullable String wanted) {
    var hosts = queries.hosts();
    if (wanted != null) {
      return hosts.contains(wanted) ? Either.right(HostScope.only(wanted)) : Either.left(wanted);
    }
    return Either.right(
        hosts.contains(thisHost) ? HostScope.only(thisHost) : HostScope.everyHost());
  }
}
