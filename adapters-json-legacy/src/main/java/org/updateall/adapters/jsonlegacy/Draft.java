package org.updateall.adapters.jsonlegacy;

import io.vavr.control.Option;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.jsonlegacy.HistoryDocument.Entry;
import org.updateall.adapters.jsonlegacy.HistoryDocument.Place;
import org.updateall.adapters.jsonlegacy.HistoryDocument.RunOutline;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/**
 * A history.json as it is to become. Changed records wait outside of memory, each in the place of
 * the one that counted before, new ones after all others; everything else is copied as it stands.
 */
final class Draft {

  private final HistoryDocument before;
  private final RunRecords records;
  private final Spool spool;
  private final Map<RunId, Spool.Span> changed = new LinkedHashMap<>();
  private final Set<RunId> removed = new HashSet<>();
  private HistoryCounts counts;

  Draft(HistoryDocument before, RunRecords records, Spool spool) {
    this.before = before;
    this.records = records;
    this.spool = spool;
    this.counts = before.counts();
  }

  HistoryDocument before() {
    return before;
  }

  boolean isChanged() {
    return !changed.isEmpty() || !removed.isEmpty();
  }

  HistoryCounts counts() {
    return counts;
  }

  Option<Run> find(RunId runId) throws IOException {
    Spool.Span span = changed.get(runId);
    return span == null ? before.find(runId) : Option.some(records.run(spool.text(span)));
  }

  /** Records a run as {@link org.updateall.domain.history.RunHistory#record} promises. */
  RecordOutcome record(Run run, Instant now) throws IOException {
    Run known = find(run.runId()).getOrNull();
    if (known == null) {
      put(run.createdAt(now), EarlierRecord.none());
      return RecordOutcome.ADDED;
    }
    if (known.sameContentAs(run)) {
      return RecordOutcome.UNCHANGED;
    }
    counts = counts.minus(HistoryCounts.of(known));
    put(run.keepingCreationTimesOf(known).createdAt(now), earlierRecord(known));
    return RecordOutcome.UPDATED;
  }

  /** Removes every record of that run. */
  void remove(Entry entry) {
    removed.add(entry.run().runId());
    counts = counts.minus(entry.run().counts());
  }

  /** Writes what the file is to hold. */
  void write(OutputStream output) throws IOException {
    Listing listing = new Listing(output);
    Set<RunId> written = new HashSet<>();
    for (Place place : before.places()) {
      byte[] record = record(place, written);
      if (record != null) {
        listing.add(record);
      }
    }
    for (Map.Entry<RunId, Spool.Span> each : changed.entrySet()) {
      if (!written.contains(each.getKey())) {
        listing.add(spool.text(each.getValue()));
      }
    }
    listing.end();
  }

  private void put(Run run, EarlierRecord earlier) throws IOException {
    changed.put(run.runId(), spool.add(records.record(run, earlier)));
    counts = counts.plus(HistoryCounts.of(run));
  }

  private EarlierRecord earlierRecord(Run known) throws IOException {
    Spool.Span span = changed.get(known.runId());
    byte[] json =
        span == null ? before.record(before.entry(known.runId()).get().place()) : spool.text(span);
    return EarlierRecord.of(json, known);
  }

  /** What is to stand at that place; null for nothing. */
  private byte @Nullable [] record(Place place, Set<RunId> written) throws IOException {
    RunOutline run = place.run();
    if (run == null) {
      return before.record(place);
    }
    if (removed.contains(run.runId())) {
      return null;
    }
    Spool.Span span = changed.get(run.runId());
    if (span == null || !before.entry(run.runId()).get().place().equals(place)) {
      return before.record(place);
    }
    written.add(run.runId());
    return spool.text(span);
  }
}
