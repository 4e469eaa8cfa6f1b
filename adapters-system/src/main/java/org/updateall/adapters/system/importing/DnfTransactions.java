package org.updateall.adapters.system.importing;

import io.vavr.control.Option;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.updateall.adapters.system.importing.DnfTransaction.State;
import org.updateall.domain.history.ExecutionStatus;
import org.updateall.domain.history.PluginName;
import org.updateall.domain.importing.Extent;
import org.updateall.domain.importing.Sighting;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;

/**
 * Hands on what dnf writes down. A transaction begins once everything is downloaded, with its
 * packages fixed. The number of a transaction is its identity together with its begin, as numbers
 * begin anew where a database was removed.
 */
final class DnfTransactions {

  private static final PluginName DNF = new PluginName("dnf");

  private final String importer;
  private final String place;
  private final Instant now;
  private final @Nullable Instant since;
  private final SightingSink sink;

  DnfTransactions(
      String importer, String place, Instant now, @Nullable Instant since, SightingSink sink) {
    this.importer = importer;
    this.place = place;
    this.now = now;
    this.since = since;
    this.sink = sink;
  }

  /**
   * Hands on the transaction of a row with the columns {@code id}, {@code dt_begin}, {@code
   * dt_end}, {@code packages} and {@code done}.
   */
  void row(SqliteRow row, State state) throws IOException {
    Long id = row.number("id");
    Long start = row.number("dt_begin");
    Long end = row.number("dt_end");
    if (id == null || start == null) {
      skip("a transaction has no number or no begin");
      return;
    }
    RecordedSpan span =
        RecordedSpan.ofSeconds(start, state == State.BEGUN || isNone(end) ? null : end);
    hand(new DnfTransaction(id, state, span, count(row, "packages"), count(row, "done")));
  }

  /** A transaction that only takes packages away has no rows of packages put in place. */
  private static int count(SqliteRow row, String column) throws IOException {
    Long number = row.number(column);
    return number == null ? 0 : (int) Math.min(number, Integer.MAX_VALUE);
  }

  /** Both versions write 0 until a transaction has ended. */
  private static boolean isNone(@Nullable Long end) {
    return end == null || end == 0;
  }

  private void hand(DnfTransaction transaction) {
    if (since != null && transaction.span().start().isBefore(since)) {
      return;
    }
    Option<String> objection = objection(transaction);
    if (objection.isDefined()) {
      skip("transaction %d %s".formatted(transaction.id(), objection.get()));
    } else {
      sink.take(sighting(transaction));
    }
  }

  private Option<String> objection(DnfTransaction transaction) {
    RecordedSpan span = transaction.span();
    Option<String> absurd = span.objection(now);
    if (absurd.isDefined()) {
      return absurd;
    }
    if (span.mayBeUnderWay(now)) {
      return Option.some("may still be under way");
    }
    return transaction.state() == State.DONE && span.end() == null
        ? Option.some("is done and has no end")
        : Option.none();
  }

  private Sighting sighting(DnfTransaction transaction) {
    Instant start = transaction.span().start();
    Instant end = transaction.span().end();
    Sighting.Builder builder =
        Sighting.builder(
                importer, transaction.id() + "@" + start.getEpochSecond(), DNF, Extent.TRANSACTION)
            .packagesAnnounced(transaction.packages());
    if (end == null) {
      return builder.cutOff(start);
    }
    if (transaction.state() == State.DONE) {
      return builder
          .packagesUpdated(transaction.packages())
          .ended(ExecutionStatus.SUCCESS, start, end);
    }
    return builder
        .packagesUpdated(transaction.done())
        .errorMessage("dnf says that the transaction failed")
        .ended(ExecutionStatus.FAILED, start, end);
  }

  private void skip(String reason) {
    sink.skip(new SkippedRecord(place, null, reason));
  }
}
