package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00.123456Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final int THREADS = 4;
  private static final int IDS_PER_THREAD = 5_000;

  private static TimeOrderedIds seeded() {
    return new TimeOrderedIds(CLOCK, new SplittableRandom(42));
  }

  private static List<RunId> taken(TimeOrderedIds ids, int count) {
    List<RunId> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(ids.nextRunId());
    }
    return taken;
  }

  @Test
  void areOfVersionSevenAndVariantTwo() {
    for (RunId id : taken(seeded(), 1000)) {
      assertEquals(7, id.value().version());
      assertEquals(2, id.value().variant());
    }
  }

  @Test
  void beginWithTheMillisecondsSinceTheEpoch() {
    UUID value = seeded().nextExecutionId().value();

    assertEquals(NOW.toEpochMilli(), value.getMostSignificantBits() >>> 16);
  }

  @Test
  void holdNothingButTimeVersionVariantCounterAndRandomBits() {
    UUID allZero = new TimeOrderedIds(CLOCK, () -> 0L).nextRunId().value();
    UUID allOne = new TimeOrderedIds(CLOCK, () -> -1L).nextRunId().value();

    String milliseconds = "%012x".formatted(NOW.toEpochMilli());
    String time = milliseconds.substring(0, 8) + "-" + milliseconds.substring(8);
    assertEquals(time + "-7000-8000-000000000000", allZero.toString());
    assertEquals(time + "-77ff-bfff-ffffffffffff", allOne.toString());
  }

  @Test
  void sortByTheTimeOfTheirMaking() {
    SettableClock clock = new SettableClock(NOW);
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(42));
    List<RunId> made = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      made.add(ids.nextRunId());
      clock.advance(Duration.ofMillis(1));
    }

    List<RunId> sorted = new ArrayList<>(made);
    Collections.sort(sorted);
    assertEquals(made, sorted);
  }

  @Test
  void ascendWithinTheSameMillisecond() {
    assertAscending(taken(seeded(), 10_000));
    assertAscending(taken(new TimeOrderedIds(CLOCK, () -> -1L), 10_000));
    assertAscending(taken(new TimeOrderedIds(CLOCK, () -> 0L), 10_000));
  }

  @Test
  void ascendThoughTheClockIsSetBack() {
    SettableClock clock = new SettableClock(NOW);
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(42));
    List<RunId> made = new ArrayList<>();
    for (Duration change :
        List.of(
            Duration.ofHours(-1), Duration.ofMillis(1), Duration.ofHours(2), Duration.ofDays(-1))) {
      made.addAll(taken(ids, 3_000));
      clock.advance(change);
    }
    made.addAll(taken(ids, 3_000));

    assertAscending(made);
  }

  @Test
  void runLittleAheadOfTheClock() {
    List<RunId> made = taken(seeded(), 20_480);

    long last = made.get(made.size() - 1).value().getMostSignificantBits() >>> 16;
    assertTrue(last - NOW.toEpochMilli() <= 10, () -> last - NOW.toEpochMilli() + " ms");
  }

  private static void assertAscending(List<RunId> made) {
    for (int i = 1; i < made.size(); i++) {
      assertTrue(made.get(i - 1).compareTo(made.get(i)) < 0, made.get(i - 1) + ", " + made.get(i));
    }
  }

  @Test
  void differWithinTheSameMillisecond() {
    assertEquals(10_000, new HashSet<>(taken(seeded(), 10_000)).size());
  }

  @Test
  void comeAgainFromTheSameSeedAndTime() {
    assertEquals(taken(seeded(), 10), taken(seeded(), 10));
  }

  @Test
  void comeOtherwiseFromAnotherSeed() {
    TimeOrderedIds other = new TimeOrderedIds(CLOCK, new SplittableRandom(43));

    assertNotEquals(seeded().nextRunId(), other.nextRunId());
  }

  @Test
  void serveRunsAndExecutionsFromOneSequence() {
    TimeOrderedIds ids = seeded();
    List<RunId> sequence = taken(seeded(), 2);

    assertEquals(sequence.get(0).value(), ids.nextRunId().value());
    assertEquals(sequence.get(1).value(), ids.nextExecutionId().value());
  }

  @Test
  void areTheSameForManyThreadsAsForOne() throws Exception {
    TimeOrderedIds shared = seeded();
    Set<RunId> takenByMany = new HashSet<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<List<RunId>> taking = () -> taken(shared, IDS_PER_THREAD);
      for (Future<List<RunId>> each : threads.invokeAll(Collections.nCopies(THREADS, taking))) {
        takenByMany.addAll(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertEquals(new HashSet<>(taken(seeded(), THREADS * IDS_PER_THREAD)), takenByMany);
  }
}
