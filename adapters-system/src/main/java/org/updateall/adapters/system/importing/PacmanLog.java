package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.PacmanTransaction.Outcome;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;

/**
 * One file of pacman's log. Who waits for the lock writes into the log as well, so that such a line
 * ends no transaction that is not over; the start of the next one does.
 */
final class PacmanLog {

  private static final String TRANSACTION = "[ALPM] transaction ";
  private static final String LIBRARY = "[ALPM";

  private final LogReading reading;
  private final Instant now;
  private final SkipTally tally = new SkipTally();
  private @Nullable PacmanTransaction open;

  PacmanLog(LogReading reading, Instant now) {
    this.reading = reading;
    this.now = now;
  }

  /** Hands on what the file tells. */
  void read(Path file) {
    boolean whole = reading.eachLine(file, this::line);
    PacmanTransaction last = open;
    if (last != null && !whole) {
      reading.skip(last.line(), "breaks off where the file can be read no further");
    } else if (last != null && believes(last)) {
      finishLast(last);
    }
    open = null;
    tally.report(reading);
  }

  private void finishLast(PacmanTransaction last) {
    if (mayGoOn(last)) {
      reading.skip(last.line(), "has no end yet and may still be under way");
    } else {
      take(last);
    }
  }

  /** Whether lines of the last transaction may still be written. */
  private boolean mayGoOn(PacmanTransaction last) {
    return switch (last.outcome()) {
      case OPEN -> reading.mayBeUnderWay(last.start());
      case COMPLETED ->
          last.end().exists(end -> end.isAfter(now.minus(PacmanTransaction.LONGEST_SILENCE)));
      case BROKEN -> false;
    };
  }

  private void line(String text, long number) {
    PacmanLine line = PacmanLine.of(text);
    switch (line.form()) {
      case SECOND -> dated(line, number);
      case MINUTE ->
          tally.add(
              number, "has times to the minute only, too coarse to tell how long anything took");
      case ANONYMOUS_MINUTE ->
          tally.add(number, "is of a pacman that told neither transactions nor seconds");
      case NONE -> {}
    }
  }

  private void dated(PacmanLine line, long number) {
    PacmanTransaction current = open;
    if (line.says(TRANSACTION)) {
      transaction(line, number);
    } else if (line.says(LIBRARY)) {
      if (current != null) {
        current.add(line);
      }
    } else if (current != null && current.outcome() != Outcome.OPEN) {
      close();
    }
  }

  private void transaction(PacmanLine line, long number) {
    switch (line.after(TRANSACTION)) {
      case "started" -> start(line, number);
      case "completed" -> ending(number).peek(current -> current.complete(line.time()));
      case "interrupted", "failed" ->
          ending(number).peek(current -> current.breakOff(line.time(), line.after("[ALPM] ")));
      default -> {}
    }
  }

  private void start(PacmanLine line, long number) {
    close();
    line.time()
        .peek(time -> open = new PacmanTransaction(number, line, time))
        .onEmpty(() -> tally.add(number, "has no date that can be read"));
  }

  private Option<PacmanTransaction> ending(long number) {
    return Option.of(open)
        .onEmpty(() -> tally.add(number, "does not say when the transaction began"));
  }

  private void close() {
    PacmanTransaction transaction = open;
    open = null;
    if (transaction != null && believes(transaction)) {
      take(transaction);
    }
  }

  private boolean believes(PacmanTransaction transaction) {
    return reading.believes(transaction.line(), transaction.start(), transaction.end().getOrNull());
  }

  private void take(PacmanTransaction transaction) {
    if (transaction.outcome() == Outcome.OPEN) {
      reading.take(transaction.line(), builder(transaction).cutOff(transaction.start()));
    } else {
      transaction
          .end()
          .peek(end -> reading.take(transaction.line(), ended(transaction, end)))
          .onEmpty(() -> tally.add(transaction.line(), "has no end that can be read"));
    }
  }

  private Sighting ended(PacmanTransaction transaction, Instant end) {
    boolean failed = transaction.error().isDefined();
    return builder(transaction)
        .packagesAnnounced(failed ? null : Integer.valueOf(transaction.packages()))
        .ended(failed ? ExecutionStatus.FAILED : ExecutionStatus.SUCCESS, transaction.start(), end);
  }

  private Sighting.Builder builder(PacmanTransaction transaction) {
    String identity = reading.identity(transaction.stamp(), transaction.fingerprint());
    PluginName plugin = new PluginName(PacmanImporter.ID);
    return Sighting.builder(PacmanImporter.ID, identity, plugin, Extent.TRANSACTION)
        .packagesUpdated(transaction.packages())
        .errorMessage(transaction.error().getOrNull());
  }
}
