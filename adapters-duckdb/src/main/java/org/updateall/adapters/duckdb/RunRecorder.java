package org.updateall.adapters.duckdb;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.RecordOutcome;
import org.updateall.domain.history.RecordingTally;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.RunId;

/**
 * Records runs within one transaction, batch by batch: looks which of a batch are stored, compares
 * these, and writes those that are new or say something else.
 */
final class RunRecorder {

  private static final int BATCH_SIZE = 2_000;
  private static final int BATCH_WEIGHT = 40_000;

  private final Handle handle;
  private final RunTables tables;
  private final Instant now;

  RunRecorder(Handle handle, Instant now) {
    this.handle = handle;
    this.tables = handle.attach(RunTables.class);
    this.now = now;
  }

  RecordOutcome record(Run run) throws SQLException {
    return recordEach(List.of(run)).get(0);
  }

  /** Records a few runs, in their order; what each changed. */
  List<RecordOutcome> recordEach(List<Run> runs) throws SQLException {
    if (runs.isEmpty()) {
      return List.of();
    }
    Batch batch = new Batch(runs);
    List<RecordOutcome> outcomes = runs.stream().map(batch::take).toList();
    tables.delete(batch.replaced());
    try (RunAppender appender = new RunAppender(handle.getConnection(), now)) {
      batch.writeTo(appender);
    }
    return outcomes;
  }

  RecordingTally recordAll(Iterator<Run> runs) throws SQLException {
    RecordingTally tally = new RecordingTally(tables.counts());
    try (RunAppender appender = new RunAppender(handle.getConnection(), now)) {
      while (runs.hasNext()) {
        recordBatch(next(runs), appender, tally);
      }
    }
    return tally;
  }

  private void recordBatch(List<Run> runs, RunAppender appender, RecordingTally tally)
      throws SQLException {
    Batch batch = new Batch(runs);
    for (Run run : runs) {
      Run earlier = batch.known(run.runId());
      tally.add(batch.take(run), run.totalPlugins(), earlier == null ? 0 : earlier.totalPlugins());
    }
    tables.delete(batch.replaced());
    batch.writeTo(appender);
  }

  private static List<Run> next(Iterator<Run> runs) {
    List<Run> batch = new ArrayList<>(BATCH_SIZE);
    long weight = 0;
    while (batch.size() < BATCH_SIZE && weight < BATCH_WEIGHT && runs.hasNext()) {
      Run run = runs.next();
      batch.add(run);
      weight += RunWeight.of(run);
    }
    return batch;
  }

  /** Some runs, what was stored of them, and what is to be written. */
  private final class Batch {

    private final Map<RunId, Run> stored;
    private final Map<RunId, Run> changed = new LinkedHashMap<>();

    Batch(List<Run> runs) {
      this.stored = tables.find(runs.stream().map(Run::runId).toList());
    }

    /** The run of that identity as it stands now, stored or about to be. */
    @Nullable Run known(RunId runId) {
      Run latest = changed.get(runId);
      return latest == null ? stored.get(runId) : latest;
    }

    RecordOutcome take(Run run) {
      Run earlier = known(run.runId());
      if (earlier == null) {
        changed.put(run.runId(), run);
        return RecordOutcome.ADDED;
      }
      if (earlier.sameContentAs(run)) {
        return RecordOutcome.UNCHANGED;
      }
      changed.put(run.runId(), run.keepingCreationTimesOf(earlier));
      return RecordOutcome.UPDATED;
    }

    Set<RunId> replaced() {
      Set<RunId> replaced = new HashSet<>(changed.keySet());
      replaced.retainAll(stored.keySet());
      return replaced;
    }

    void writeTo(RunAppender appender) throws SQLException {
      for (Run run : changed.values()) {
        appender.append(run);
      }
      appender.flush();
    }
  }
}
