package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.updateall.domain.history.RecordingSummary;
import org.updateall.domain.history.RecordingTally;
import org.updateall.domain.history.Run;

/**
 * Records many runs at once. They are laid aside first, so that nobody is kept waiting while they
 * come in, nothing is stored if they fail, and all can be recorded again if the file changes.
 */
final class BulkRecording {

  private final LegacyStore store;
  private final Instant now;

  BulkRecording(LegacyStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  RecordingSummary record(Iterator<Run> runs) {
    if (!runs.hasNext()) {
      return store.read(
          document -> new RecordingTally(document.counts()).summary(document.counts()));
    }
    try (Spool spool = store.spool()) {
      List<Spool.Span> aside = layAside(runs, spool);
      return store.change(draft -> record(spool, aside, draft));
    } catch (IOException failure) {
      throw store.unavailable(failure);
    }
  }

  private List<Spool.Span> layAside(Iterator<Run> runs, Spool spool) throws IOException {
    RunRecords records = store.records();
    List<Spool.Span> aside = new ArrayList<>();
    while (runs.hasNext()) {
      aside.add(spool.add(records.record(runs.next(), EarlierRecord.none())));
    }
    return aside;
  }

  private RecordingSummary record(Spool spool, List<Spool.Span> aside, Draft draft)
      throws IOException {
    RunRecords records = store.records();
    RecordingTally tally = new RecordingTally(draft.counts());
    for (Spool.Span span : aside) {
      Run run = records.run(spool.text(span));
      int known = draft.find(run.runId()).map(Run::totalPlugins).getOrElse(0);
      tally.add(draft.record(run, now), run.totalPlugins(), known);
    }
    return tally.summary(draft.counts());
  }
}
