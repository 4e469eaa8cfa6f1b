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
import org.updateall.domain.retrieval.SharedReadingContract;

class DuckDbSharedReadingTest extends SharedReadingContract {

  private static final Run FIRST = Runs.many(2).get(0);
  private static final Run SECOND = Runs.many(2).get(1);

  private final Stores stores;
  private final DuckDbStore store;
  private final DuckDbSharedReading reading;
  private final DuckDbRunHistory history;

  DuckDbSharedReadingTest(@TempDir Path directory) {
    this.stores = new Stores(directory);
    this.store = stores.store();
    this.reading = new DuckDbSharedReading(store);
    this.history = new DuckDbRunHistory(store, stores.clock());
  }

  @Override
  protected Store emptyStore() {
    return new Store(history, reading);
  }

  @Test
  void questionsShareOneConnection() throws Exception {
    history.record(FIRST);
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
    history.record(FIRST);
    Connection one = connection();

    assertTrue(one.isClosed());
    assertNotSame(one, connection());
  }

  @Test
  void sharingWithinSharingGoesOnWithTheSame() {
    history.record(FIRST);
    reading.share(
        () -> {
          Connection outer = connection();
          assertSame(outer, reading.share(this::connection));
          return assertSameAs(outer);
        });
  }

  @Test
  void nobodyElseWritesWhileItIsShared() {
    history.record(FIRST);
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
    history.record(FIRST);
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
    history.record(FIRST);
    reading.share(
        () -> {
          assertEquals(1, runs());
          history.record(SECOND);
          return assertRuns(2);
        });
  }

  @Test
  void whatWaitsIsStoredWhenAsked() {
    history.record(FIRST);
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
    history.record(FIRST);
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
    history.record(FIRST);
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
    history.record(FIRST);
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
    history.record(FIRST);
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
    return history.counts().runs();
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
