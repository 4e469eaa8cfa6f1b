package org.updateall.adapters.system.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.LocalTimes.Moment;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/** One file of apt's history: stanzas, in the order of time, with empty lines between them. */
final class AptHistory {

  private static final String START = "Start-Date:";

  private final LogReading reading;
  private final LocalTimes times;
  private @Nullable AptStanza open;

  AptHistory(LogReading reading, LocalTimes times) {
    this.reading = reading;
    this.times = times;
  }

  /** Hands on what the file tells. */
  void read(Path file) {
    boolean whole = reading.eachLine(file, this::line);
    AptStanza last = open;
    if (last != null && !whole && !last.hasEnded()) {
      reading.skip(last.line(), "breaks off where the file can be read no further");
      open = null;
    }
    close();
  }

  private void line(String line, long number) {
    if (line.startsWith(START)) {
      close();
      open = new AptStanza(number, line.substring(START.length()));
    } else if (line.isBlank()) {
      close();
    } else if (open != null) {
      open.add(line);
    } else if (line.startsWith("End-Date:")) {
      reading.skip(number, "does not say when it began");
    }
  }

  private void close() {
    AptStanza stanza = open;
    open = null;
    if (stanza == null) {
      return;
    }
    if (stanza.start().isEmpty()) {
      reading.skip(stanza.line(), "has no date that can be read");
    } else if (stanza.isRehearsal()) {
      reading.skip(stanza.line(), "was only a rehearsal (--dry-run)");
    } else if (stanza.isCut()) {
      reading.skip(stanza.line(), "has a line that is too long to be read");
    } else if (stanza.hasEnded()) {
      takeEnded(stanza);
    } else {
      takeCutOff(stanza);
    }
  }

  private void takeEnded(AptStanza stanza) {
    Moment start = times.next(stanza.start().get());
    if (stanza.end().isEmpty()) {
      reading.skip(stanza.line(), "has no end that can be read");
      return;
    }
    Moment end = times.next(stanza.end().get());
    if (!reading.believes(stanza.line(), start.instant(), end.instant())) {
      return;
    }
    boolean failed = stanza.error().isDefined();
    Sighting sighting =
        builder(stanza)
            .ambiguousTime(start.ambiguous() || end.ambiguous())
            .packagesUpdated(failed ? null : Integer.valueOf(stanza.packages()))
            .errorMessage(stanza.error().getOrNull())
            .ended(
                failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS,
                start.instant(),
                end.instant());
    reading.take(stanza.line(), sighting);
  }

  private void takeCutOff(AptStanza stanza) {
    Moment start = times.next(stanza.start().get());
    if (!reading.believes(stanza.line(), start.instant(), null)) {
      return;
    }
    if (reading.mayBeUnderWay(start.instant())) {
      reading.skip(stanza.line(), "has no end yet and may still be under way");
      return;
    }
    reading.take(
        stanza.line(), builder(stanza).ambiguousTime(start.ambiguous()).cutOff(start.instant()));
  }

  private Sighting.Builder builder(AptStanza stanza) {
    String identity = reading.identity(stanza.start().get().toString(), stanza.fingerprint());
    return Sighting.builder(AptImporter.ID, identity, new PluginName("apt"), Extent.TRANSACTION)
        .packagesAnnounced(stanza.packages());
  }
}
