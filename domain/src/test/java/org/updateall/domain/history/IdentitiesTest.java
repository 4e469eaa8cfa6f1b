package org.updateall.domain.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");

  @Test
  void liveIdentitiesAreOfVersionSevenAndVariantTwo() {
    TimeOrderedIds ids = new TimeOrderedIds(new SettableClock(NOW), new Random(1));
    for (int i = 0; i < 1000; i++) {
      UUID id = i % 2 == 0 ? ids.nextRunId().value() : ids.nextExecutionId().value();
      assertEquals(7, id.version());
      assertEquals(2, id.variant());
      assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }
  }

  @Test
  void liveIdentitiesKeepVersionAndVariantWhateverTheRandomBits() {
    for (long bits : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE, 0x5555_5555_5555_5555L}) {
      RandomGenerator constant = () -> bits;
      UUID id = new TimeOrderedIds(new SettableClock(NOW), constant).nextRunId().value();
      assertEquals(7, id.version());
      assertEquals(2, id.variant());
    }
  }

  @Test
  void liveIdentitiesSortByTheTimeOfTheirMaking() {
    SettableClock clock = new SettableClock(Instant.parse("1970-01-01T00:00:00.001Z"));
    TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(2));
    List<RunId> made = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      made.add(ids.nextRunId());
      clock.advance(Duration.ofDays(100).plusMillis(1));
    }
    List<RunId> sorted = new ArrayList<>(made);
    Collections.shuffle(sorted, new Random(3));
    Collections.sort(sorted);

    assertEquals(made, sorted);
  }

  @Test
  void liveIdentitiesOfOneMillisecondDifferBetweenThreads() throws Exception {
    TimeOrderedIds ids = new TimeOrderedIds(new SettableClock(NOW), new Random(4));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ExecutionId>> makings = Collections.nCopies(2000, ids::nextExecutionId);
      HashSet<ExecutionId> made = new HashSet<>();
      for (Future<ExecutionId> making : threads.invokeAll(makings)) {
        made.add(making.get());
      }
      assertEquals(2000, made.size());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void identitiesOrderAsTheirTextDoes() {
    RunId high = new RunId(UUID.fromString("80000000-0000-0000-0000-000000000000"));
    RunId low = new RunId(UUID.fromString("7fffffff-ffff-ffff-ffff-ffffffffffff"));
    assertTrue(high.compareTo(low) > 0);
    assertTrue(new ExecutionId(high.value()).compareTo(new ExecutionId(low.value())) > 0);
    assertEquals("80000000-0000-0000-0000-000000000000", high.toString());
    assertEquals(high.toString(), new ExecutionId(high.value()).toString());
  }

  @Test
  void nameBasedIdentitiesAreTheSameForEver() {
    assertEquals(
        UUID.fromString("a67d4c14-3845-333b-983a-4aed88724a9f"),
        NameBasedId.of("run", "42", "2021-05-06T07:08:09Z"));
    assertEquals(3, NameBasedId.of("run").version());
    assertEquals(2, NameBasedId.of("run").variant());
  }

  @Test
  void nameBasedIdentitiesTellListsOfPartsApart() {
    assertNotEquals(NameBasedId.of("a", "b"), NameBasedId.of("ab"));
    assertNotEquals(NameBasedId.of("a", "b"), NameBasedId.of("b", "a"));
    assertNotEquals(NameBasedId.of("a", ""), NameBasedId.of("a"));
    assertNotEquals(NameBasedId.of("1:a"), NameBasedId.of("a"));
    assertEquals(NameBasedId.of("zażółć", "😀"), NameBasedId.of("zażółć", "😀"));
  }
}
