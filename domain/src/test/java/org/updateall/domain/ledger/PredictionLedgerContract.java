package org.updateall.domain.ledger;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.forecast.Basis;
import org.updateall.domain.forecast.Target;
import org.updateall.domain.history.PluginName;
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
  void takesAndGivesSeveralAtOnce() {
    ForetoldRun first = Foretellings.complete();
    ForetoldRun second = Foretellings.run(2, NOON, "apt", "cargo");
    ledger.enter(Foretellings.run(2, NOON, "pipx"));

    ledger.enterAll(List.of(first, second));
    ledger.enterAll(List.of());

    assertEquals(
        List.of(second, first), ledger.findAll(List.of(second.runId(), Runs.id(3), first.runId())));
    assertEquals(List.of(), ledger.findAll(List.of()));
    assertEquals(2, ledger.foretold(null).size());
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
  void givesTheNewestTotalsOfExactlyThosePlugins() {
    ledger.enter(withTotal(1, 100, "apt", "cargo"));
    ledger.enter(withTotal(2, 200, "apt"));
    ledger.enter(withTotal(3, 300, "cargo", "apt"));
    ledger.enter(withTotal(4, 400, "apt", "cargo", "snap"));
    ledger.enter(Foretellings.run(5, NOON.plusSeconds(5), "apt", "cargo"));
    ledger.enter(withTotal(6, 600, "apt", "cargo"));
    ledger.enter(
        new ForetoldRun(
            Runs.id(7),
            NOON,
            List.of(
                Foretellings.prediction("apt", Target.CPU_TIME, 1, 2),
                Foretellings.prediction(null, Target.CPU_TIME, 1, 2))));

    Set<PluginName> both = Set.of(new PluginName("apt"), new PluginName("cargo"));
    Map<Target, List<ForetoldTotal>> totals =
        ledger.totals(
            Map.of(Target.WALL_CLOCK, both, Target.CPU_TIME, Set.of(), Target.MEMORY_PEAK, both),
            2);

    assertEquals(
        List.of(
            new ForetoldTotal(Runs.id(3), Foretellings.total(300, 400)),
            new ForetoldTotal(Runs.id(6), Foretellings.total(600, 700))),
        totals.get(Target.WALL_CLOCK));
    assertEquals(List.of(), totals.get(Target.CPU_TIME));
    assertEquals(List.of(), totals.get(Target.MEMORY_PEAK));
    assertEquals(3, newestTotals(10, "apt", "cargo").size());
  }

  @Test
  void aStatedDefaultIsNoPartOfATotal() {
    List<RecordedPrediction> predictions =
        new ArrayList<>(Foretellings.run(1, NOON, "apt").predictions());
    predictions.add(Foretellings.ofBasis(Foretellings.prediction("ツール", 1, 2), Basis.DEFAULT));
    predictions.add(Foretellings.total(50, 70));
    ledger.enter(new ForetoldRun(Runs.id(1), NOON, predictions));

    assertEquals(1, newestTotals(10, "apt").size());
  }

  private List<ForetoldTotal> newestTotals(int newest, String... plugins) {
    Set<PluginName> wanted = Arrays.stream(plugins).map(PluginName::new).collect(toSet());
    return ledger
        .totals(Map.of(Target.WALL_CLOCK, wanted), newest)
        .getOrDefault(Target.WALL_CLOCK, List.of());
  }

  private static ForetoldRun withTotal(int number, double from, String... plugins) {
    Instant madeAt = NOON.plusSeconds(number);
    List<RecordedPrediction> predictions =
        new ArrayList<>(Foretellings.run(number, madeAt, plugins).predictions());
    predictions.add(Foretellings.total(from, from + 100));
    return new ForetoldRun(Runs.id(number), madeAt, predictions);
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
