package org.updateall.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.Runs;

/** What {@link PredictionLedger} promises; every implementation runs it whole. */
public abstract class PredictionLedgerContract {

  private static final Instant NOON = Runs.NOON;

  private PredictionLedger ledger;

  /** A ledger without entries. */
  protected abstract PredictionLedger emptyLedger();

  @BeforeEach
  void openLedger() {
    ledger = emptyLedger();
  }

  @Test
  void aNewLedgerHoldsNothing() {
    assertEquals(List.of(), ledger.foretold(null));
    assertEquals(Option.none(), ledger.find(Runs.id(1)));
    assertEquals(0, ledger.forget(List.of(Runs.id(1))));
    assertEquals(0, ledger.forgetBefore(NOON));
  }

  @Test
  void givesBackEveryField() {
    ledger.enter(Foretellings.complete());

    assertEquals(Option.some(Foretellings.complete()), ledger.find(Runs.id(7)));
    assertEquals(List.of(Foretellings.complete()), ledger.foretold(null));
  }

  @Test
  void whatIsForetoldOfTheSameRunAgainTakesThePlaceOfWhatWas() {
    ledger.enter(Foretellings.run(1, NOON, "apt", "cargo"));
    ledger.enter(Foretellings.run(2, NOON, "apt"));
    ForetoldRun again = Foretellings.run(1, NOON.plusSeconds(1), "pipx");

    ledger.enter(again);

    assertEquals(Option.some(again), ledger.find(Runs.id(1)));
    assertEquals(List.of(Foretellings.run(2, NOON, "apt"), again), ledger.foretold(null));
  }

  @Test
  void theSameEntryAgainChangesNothing() {
    ledger.enter(Foretellings.run(1, NOON, "apt"));
    ledger.enter(Foretellings.run(1, NOON, "apt"));

    assertEquals(List.of(Foretellings.run(1, NOON, "apt")), ledger.foretold(null));
  }

  @Test
  void theOldestComesFirstAndOfTheSameInstantTheSmallerRun() {
    ForetoldRun third = Foretellings.run(1, NOON.plusNanos(1000), "apt");
    ForetoldRun second = Foretellings.run(3, NOON, "apt");
    ForetoldRun first = Foretellings.run(2, NOON, "apt");
    List.of(third, second, first).forEach(ledger::enter);

    assertEquals(List.of(first, second, third), ledger.foretold(null));
  }

  @Test
  void theBeginOfAPeriodBelongsToItToTheMicrosecond() {
    ledger.enter(Foretellings.run(1, NOON, "apt"));
    ForetoldRun later = Foretellings.run(2, NOON.plusNanos(1000), "apt");
    ledger.enter(later);

    assertEquals(2, ledger.foretold(NOON).size());
    assertEquals(List.of(later), ledger.foretold(NOON.plusNanos(1000)));
    assertEquals(List.of(), ledger.foretold(NOON.plusNanos(2000)));
  }

  @Test
  void timesAroundAClockChangeStayApart() {
    List<ForetoldRun> runs =
        List.of(
            Foretellings.run(1, Instant.parse("2025-10-26T00:30:00Z"), "apt"),
            Foretellings.run(2, Instant.parse("2025-10-26T01:30:00Z"), "apt"),
            Foretellings.run(3, Instant.parse("2026-03-29T01:30:00Z"), "apt"));
    runs.forEach(ledger::enter);

    assertEquals(runs, ledger.foretold(null));
  }

  @Test
  void forgetsTheRunsThatAreNamed() {
    for (int number = 1; number <= 3; number++) {
      ledger.enter(Foretellings.run(number, NOON, "apt", "cargo"));
    }

    assertEquals(2, ledger.forget(List.of(Runs.id(1), Runs.id(3), Runs.id(99), Runs.id(1))));
    assertEquals(List.of(Foretellings.run(2, NOON, "apt", "cargo")), ledger.foretold(null));
    assertEquals(0, ledger.forget(List.of()));
  }

  @Test
  void forgetsWhatWasForetoldBeforeATime() {
    ledger.enter(Foretellings.run(1, NOON.minusNanos(1000), "apt", "cargo"));
    ledger.enter(Foretellings.run(2, NOON, "apt"));

    assertEquals(1, ledger.forgetBefore(NOON));
    assertEquals(List.of(Foretellings.run(2, NOON, "apt")), ledger.foretold(null));
  }

  @Test
  void aThousandPredictionsComeBackInTheirOrder() {
    ForetoldRun many =
        new ForetoldRun(
            Runs.id(1),
            NOON,
            IntStream.range(0, 1000)
                .mapToObj(i -> Foretellings.prediction("plugin-" + (999 - i), i, i + 1.5))
                .toList());

    ledger.enter(many);

    assertEquals(Option.some(many), ledger.find(Runs.id(1)));
  }

  @Test
  void severalThreadsMayEnter() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 1; i <= 12; i++) {
        int number = i;
        work.add(
            () -> {
              ledger.enter(Foretellings.run(number, NOON.plusSeconds(number), "apt", "cargo"));
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(12, ledger.foretold(null).size());
  }
}
