package org.updateall.domain.journal;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.RunId;

/**
 * Takes runs in and keeps them in memory, for tests: the plainest thing that keeps the promises.
 */
public final class InMemoryRunJournal implements RunJournal {

  private static final Comparator<RunUnderWay> OLDEST_FIRST =
      Comparator.comparing((RunUnderWay each) -> each.run().startTime())
          .thenComparing(each -> each.run().runId());

  /** What the processes of a machine share: a store, and what waits for it. */
  public static final class Place {

    private final RunHistory history;
    private final List<Run> waiting = new ArrayList<>();
    private final Map<RunId, RunUnderWay> underWay = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    private boolean busy;

    public Place(RunHistory history) {
      this.history = history;
    }

    /** Whether somebody else uses the store from now on. */
    public synchronized void busy(boolean used) {
      busy = used;
    }

    /** Ends a process. */
    public synchronized void end(long pid) {
      ended.add(pid);
    }

    private Option<ProcessIdentity> running(long pid) {
      return ended.contains(pid) ? Option.none() : Option.some(process(pid));
    }

    private static ProcessIdentity process(long pid) {
      return new ProcessIdentity("workstation", "boot", "namespace", pid, "began");
    }
  }

  private final Place place;
  private final ProcessIdentity self;
  private Settlement untold = Settlement.NOTHING;

  public InMemoryRunJournal(Place place, long pid) {
    this.place = place;
    this.self = Place.process(pid);
  }

  @Override
  public void underWay(Run run) {
    synchronized (place) {
      place.underWay.put(run.runId(), new RunUnderWay(run, self));
    }
  }

  @Override
  public Option<RecordOutcome> accept(Run run) {
    synchronized (place) {
      place.waiting.add(run);
      place.underWay.remove(run.runId());
      return place.busy ? Option.none() : drain();
    }
  }

  @Override
  public void withdraw(RunId runId) {
    synchronized (place) {
      place.underWay.remove(runId);
    }
  }

  @Override
  public List<RunUnderWay> runsUnderWay() {
    synchronized (place) {
      return place.underWay.values().stream().sorted(OLDEST_FIRST).toList();
    }
  }

  @Override
  public int runsWaiting() {
    synchronized (place) {
      return place.waiting.size();
    }
  }

  @Override
  public Settlement settle() {
    synchronized (place) {
      Option<RecordOutcome> unused = drain();
      return told();
    }
  }

  @Override
  public Settlement settleIfFree() {
    synchronized (place) {
      return place.busy ? told() : settle();
    }
  }

  /** Stores what waits; what storing the last of it changed. */
  private Option<RecordOutcome> drain() {
    Option<RecordOutcome> last = Option.none();
    for (Run run : place.waiting) {
      last = Option.some(place.history.record(run));
    }
    untold = untold.and(new Settlement(place.waiting.size(), List.of(), List.of()));
    place.waiting.clear();
    runsUnderWay().stream()
        .filter(each -> each.process().isKnownToHaveEnded(self, place::running))
        .forEach(this::abandon);
    return last;
  }

  private void abandon(RunUnderWay underWay) {
    RunId runId = underWay.run().runId();
    place.underWay.remove(runId);
    if (!place.history.find(runId).exists(Run::isOver)) {
      RecordOutcome unused = place.history.record(underWay.run().abandoned());
      untold = untold.and(new Settlement(0, List.of(underWay), List.of()));
    }
  }

  private Settlement told() {
    Settlement told = untold;
    untold = Settlement.NOTHING;
    return told;
  }
}
