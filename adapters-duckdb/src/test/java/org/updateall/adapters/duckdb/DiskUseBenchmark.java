package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.MeteredRuns;
import org.updateall.domain.history.Run;
import org.updateall.domain.storage.Compaction;

/**
 * How large a year of runs is on disk, recorded run by run, each in a session of its own: open,
 * write, close.
 *
 * <p>Not part of the default build: {@code mvn -pl domain,adapters-duckdb test
 * -Dtest=DiskUseBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Djacoco.skip}
 */
class DiskUseBenchmark {

  private static final int DAYS = Integer.getInteger("benchmark.days", 365);

  private static final int DOCUMENT = Integer.getInteger("benchmark.document", 59_000);

  @TempDir private Path directory;

  @Test
  void aRunADay() {
    measure(1);
  }

  @Test
  void aRunAnHour() {
    measure(24);
  }

  /**
   * A run a day, of which everything is foretold in all four targets and as a total, and after
   * which every model is kept anew: documents of the size that those of the pool have after a year,
   * of digits by chance, which no engine can make smaller than they are.
   */
  @Test
  void aRunADayWithItsLedgerAndModels() {
    Stores stores = new Stores(directory);
    Random random = new Random(8);
    Iterator<Run> runs = MeteredRuns.every(Duration.ofDays(1)).iterator();
    for (int day = 0; day < DAYS; day++) {
      Run run = runs.next();
      stores.models().saveAll(MeteredPredictions.models(run, DOCUMENT, random));
      stores.ledger().enter(MeteredPredictions.of(run, random));
      stores.journal().accept(run);
      if (day % 73 == 72) {
        System.out.printf(
            Locale.ROOT,
            "day %d: %.2f MB%n",
            day + 1,
            stores.upkeep().summary().get().bytes() / 1e6);
      }
    }
    assertEquals(DAYS, stores.ledger().foretold(null).size());
    Compaction compaction = stores.upkeep().compact().get();
    System.out.printf(
        Locale.ROOT,
        "%d days with ledger and models of %,d characters: %.2f MB on disk, %.2f MB compact%n",
        DAYS,
        DOCUMENT,
        compaction.bytesBefore() / 1e6,
        compaction.bytesAfter() / 1e6);
    assertTrue(compaction.bytesBefore() < 20e6, "a year took " + compaction.bytesBefore());
  }

  private void measure(int runsADay) {
    Stores stores = new Stores(directory);
    DuckDbRunHistory history = stores.history();
    long count = (long) DAYS * runsADay;
    Iterator<Run> runs = MeteredRuns.every(Duration.ofDays(1).dividedBy(runsADay)).iterator();
    long begin = System.nanoTime();
    for (long i = 0; i < count; i++) {
      history.record(runs.next());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertEquals(
        new HistoryCounts(count, count * 30, count * MeteredRuns.STEPS_PER_RUN, 0),
        history.counts());
    Compaction compaction = stores.upkeep().compact().get();
    System.out.printf(
        Locale.ROOT,
        "%,d runs of %d days, %,d steps: %.2f MB on disk, %.2f MB compact, %.0f ms a session%n",
        count,
        DAYS,
        count * MeteredRuns.STEPS_PER_RUN,
        compaction.bytesBefore() / 1e6,
        compaction.bytesAfter() / 1e6,
        1000 * seconds / count);
  }
}
