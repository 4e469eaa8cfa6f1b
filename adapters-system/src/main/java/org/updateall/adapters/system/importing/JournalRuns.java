package org.updateall.adapters.system.importing;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the entries of a journal, which come in the order of time, together to runs of units. The
 * entries of one run may have those of others in between; only so many runs are kept at once.
 */
final class JournalRuns {

  private static final int MAX_OPEN = 64;

  private final LogReading reading;
  private final SkipTally others = new SkipTally();
  private final Map<String, UnitInvocation> open = new LinkedHashMap<>();
  private long line;

  JournalRuns(LogReading reading) {
    this.reading = reading;
  }

  /** Takes the next line that journalctl prints. */
  void add(String text) {
    line++;
    if (!text.isBlank()) {
      JournalEntry.of(text)
          .peek(this::add)
          .onEmpty(() -> others.add(line, "is no entry of a run that can be told from others"));
    }
  }

  private void add(JournalEntry entry) {
    open.computeIfAbsent(entry.invocation(), id -> new UnitInvocation(entry.unit(), id, line))
        .add(entry);
    if (open.size() > MAX_OPEN) {
      Iterator<UnitInvocation> eldest = open.values().iterator();
      eldest.next().report(reading);
      eldest.remove();
    }
  }

  /** There are no more. */
  void end() {
    open.values().forEach(run -> run.report(reading));
    open.clear();
    others.report(reading);
  }
}
