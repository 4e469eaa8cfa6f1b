package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;
import org.updateall.domain.journal.ProcessIdentity;
import org.updateall.domain.journal.RunJournal;
import org.updateall.domain.journal.RunUnderWay;
import org.updateall.domain.journal.Settlement;

/**
 * Records every run in the history.json at once, also one that is under way; so nothing ever waits
 * and nothing is lost in a crash. In three things it is less than the port promises: who uses the
 * file is waited for, a run under way is in the store already, and one whose process died stays
 * there as far as it had come, for a history.json does not tell whose it was.
 */
final class DirectRunJournal implements RunJournal {

  private static final Comparator<RunUnderWay> OLDEST_FIRST =
      Comparator.comparing((RunUnderWay each) -> each.run().startTime())
          .thenComparing(each -> each.run().runId());

  private final RunHistory history;
  private final ProcessIdentity self;
  private final Map<RunId, Noted> underWay = new HashMap<>();

  /** A run as it was last noted, and whether the store had none of it before. */
  private record Noted(Run run, boolean isNew) {}

  DirectRunJournal(RunHistory history, ProcessIdentity self) {
    this.history = history;
    this.self = self;
  }

  @Override
  public synchronized void underWay(Run run) {
    boolean added = history.record(run) == RecordOutcome.ADDED;
    Noted earlier = underWay.get(run.runId());
    underWay.put(run.runId(), new Noted(run, added || (earlier != null && earlier.isNew())));
  }

  @Override
  public synchronized Option<RecordOutcome> accept(Run run) {
    RecordOutcome outcome = history.record(run);
    underWay.remove(run.runId());
    return Option.some(outcome);
  }

  @Override
  public synchronized void withdraw(RunId runId) {
    Noted noted = underWay.get(runId);
    if (noted != null && noted.isNew()) {
      history.delete(List.of(runId));
    }
    underWay.remove(runId);
  }

  /** Those of this process alone. */
  @Override
  public synchronized List<RunUnderWay> runsUnderWay() {
    return underWay.values().stream()
        .map(noted -> new RunUnderWay(noted.run(), self))
        .sorted(OLDEST_FIRST)
        .toList();
  }

  /** Runs are stored as they are accepted, so that none ever waits. */
  @Override
  public int runsWaiting() {
    return 0;
  }

  @Override
  public Settlement settle() {
    return Settlement.NOTHING;
  }

  @Override
  public Settlement settleIfFree() {
    return Settlement.NOTHING;
  }
}
