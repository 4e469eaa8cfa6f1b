package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Option;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.Run;
import org.updateall.domain.history.Runs;

class DuckDbSharedReadingTest {

  private static final Run FIRST = Runs.many(2).get(0);
  private static final Run SECOND = Runs.many(2).get(1);

  private final Stores stores;
  private final DuckDbStore store;
  private final DuckDbSharedReading reading;

  DuckDbSharedReadingTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.store = stores.store();
    this.reading = new DuckDbSharedReading(store);
    stores.history().record(FIRST);
  }

  @Test
  void questionsShareOneConnection() throws Exception {
    Connection shared =
        reading.share(
            () -> {
              Connection first = connection();
              assertSame(first, connection());
              return first;
            });

    assertTrue(shared.isClosed());
  }

  @Test
  void withoutSharingEachQuestionHasItsOwn() throws Exception {
    Connection one = connection();

    assertTrue(one.isClosed());
    assertNotSame(one, connection());
  }

  @Test
  void sharingWithinSharingGoesOnWithTheSame() {
    reading.share(
        () -> {
          Connection outer = connection();
          assertSame(outer, reading.share(this::connection));
          return assertSameAs(outer);
        });
  }

  @Test
  void nobodyElseWritesWhileItIsShared() {
    reading.share(
        () -> {
          assertEquals(1, runs());
          assertFalse(isWritable());
          return runs();
        });

    assertTrue(isWritable());
  }

  @Test
  void whatIsLetGoOfCanBeWrittenAndIsOpenedAgain() {
    reading.share(
        () -> {
          assertEquals(1, runs());
          reading.letGo();
          assertTrue(isWritable());
          return assertRuns(2);
        });
  }

  @Test
  void writingLetsGoByItself() {
    reading.share(
        () -> {
          assertEquals(1, runs());
          new DuckDbRunHistory(store, stores.clock()).record(SECOND);
          return assertRuns(2);
        });
  }

  @Test
  void whatWaitsIsStoredWhenAsked() {
    DuckDbRunJournal journal = new DuckDbRunJournal(store);
    reading.share(
        () -> {
          assertEquals(1, runs());
          assertTrue(journal.accept(SECOND).isDefined());
          return assertRuns(2);
        });
  }

  @Test
  void aQuestionThatFailsClosesIt() {
    reading.share(
        () -> {
          Connection first = connection();
          assertThrows(
              HistoryUnavailable.class,
              () -> store.read(0, handle -> handle.execute("SELECT * FROM nowhere")));
          assertNotSame(first, connection());
          return runs();
        });
  }

  @Test
  void whatThrowsLeavesNothingOpen() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            reading.share(
                () -> {
                  throw new IllegalArgumentException("runs: " + runs());
                }));

    assertTrue(isWritable());
  }

  @Test
  void nothingIsWrittenFromWithinAReading() {
    DuckDbRunHistory history = new DuckDbRunHistory(store, stores.clock());
    List<Class<?>> thrown = new ArrayList<>();
    reading.share(
        () ->
            store.read(
                0,
                handle -> {
                  thrown.add(
                      assertThrows(IllegalStateException.class, () -> history.record(SECOND))
                          .getClass());
                  return handle.execute("SELECT 1");
                }));

    assertEquals(List.of(IllegalStateException.class), thrown);
    assertEquals(1, runs());
  }

  @Test
  void otherThreadsHaveTheirOwn() {
    reading.share(
        () -> {
          Connection mine = connection();
          Connection others = CompletableFuture.supplyAsync(this::connection).join();
          assertNotSame(mine, others);
          return assertSameAs(mine);
        });
  }

  @Test
  void aStoreThatDoesNotExistIsEmptyAndStaysAbsent(@TempDir Path elsewhere) {
    Stores absent = new Stores(elsewhere.resolve("a"));
    DuckDbStore none = absent.store();

    assertEquals(0, none.share(() -> none.read(0, handle -> handle.execute("SELECT 1"))));
    assertFalse(elsewhere.resolve("a").toFile().exists());
  }

  private Connection assertSameAs(Connection connection) {
    assertSame(connection, connection());
    return connection;
  }

  private long assertRuns(long expected) {
    assertEquals(expected, runs());
    return expected;
  }

  private long runs() {
    return new DuckDbRunHistory(store, stores.clock()).counts().runs();
  }

  private Connection connection() {
    return store
        .read(Option.<Connection>none(), handle -> Option.some(handle.getConnection()))
        .get();
  }

  /** Whether another thread can store a run at once. */
  private boolean isWritable() {
    DuckDbRunHistory others = stores.waitingNoLongerThan(Duration.ofMillis(50)).history();
    return CompletableFuture.supplyAsync(() -> others.record(SECOND))
        .handle((outcome, failure) -> failure == null)
        .join();
  }
}
