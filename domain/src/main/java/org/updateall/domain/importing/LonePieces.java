package org.updateall.domain.importing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.updateall.domain.history.ExecutionStatus;

/**
 * Pieces whose transaction no source tells of: what follows without a pause makes one, unless
 * nothing came of it.
 */
final class LonePieces {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private LonePieces() {}

  /** The transactions that these pieces make, which come in the order of time. */
  static List<Sighting> joined(List<Sighting> pieces) {
    List<Sighting> made = new ArrayList<>();
    List<Sighting> together = new ArrayList<>();
    for (Sighting piece : pieces) {
      if (!together.isEmpty() && piece.start().isAfter(TimeSpan.of(together).to().plus(PAUSE))) {
        add(made, together);
        together.clear();
      }
      together.add(piece);
    }
    if (!together.isEmpty()) {
      add(made, together);
    }
    return made;
  }

  private static void add(List<Sighting> made, List<Sighting> pieces) {
    Sighting transaction = transactionOf(pieces);
    Integer packages = transaction.packagesUpdated();
    boolean isEmpty = packages == null || packages == 0;
    if (!isEmpty || !TimeSpan.of(transaction).length().isZero()) {
      made.add(transaction);
    }
  }

  private static Sighting transactionOf(List<Sighting> pieces) {
    Sighting first = pieces.get(0);
    TimeSpan span = TimeSpan.of(pieces);
    List<Integer> packages =
        pieces.stream().map(Sighting::packagesUpdated).flatMap(Stream::ofNullable).toList();
    return Sighting.builder(first.importer(), first.nativeId(), first.plugin(), Extent.TRANSACTION)
        .ambiguousTime(pieces.stream().anyMatch(Sighting::ambiguousTime))
        .packagesUpdated(
            packages.isEmpty()
                ? null
                : (Integer) packages.stream().mapToInt(Integer::intValue).sum())
        .steps(pieces.stream().flatMap(piece -> piece.steps().stream()).toList())
        .ended(
            pieces.stream().allMatch(each -> each.status() == ExecutionStatus.SUCCESS)
                ? ExecutionStatus.SUCCESS
                : ExecutionStatus.FAILED,
            span.from(),
            span.to());
  }
}
