package org.updateall.domain.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.updateall.domain.history.RunHistory;
import org.updateall.domain.history.Runs;

/** What {@link SharedReading} promises; every implementation runs it whole. */
public abstract class SharedReadingContract {

  private RunHistory history;
  private SharedReading reading;

  /**
   * A store and what shares its openings.
   *
   * @param history the runs of a new store
   */
  public record Store(RunHistory history, SharedReading reading) {}

  protected abstract Store emptyStore();

  @BeforeEach
  void open() {
    Store store = emptyStore();
    history = store.history();
    reading = store.reading();
  }

  @Test
  void givesWhatTheQuestionsGive() {
    history.record(Runs.complete());

    assertEquals(1, reading.share(this::runs));
    assertEquals(1, reading.share(() -> reading.share(this::runs)));
  }

  @Test
  void aStoreThatIsNotThereIsEmpty() {
    assertEquals(0, reading.share(this::runs));
  }

  @Test
  void throwsWhatTheQuestionsThrow() {
    IllegalArgumentException thrown = new IllegalArgumentException("of the questions");

    assertSame(
        thrown,
        assertThrows(
            IllegalArgumentException.class,
            () ->
                reading.share(
                    () -> {
                      throw thrown;
                    })));
    assertEquals(0, reading.share(this::runs));
  }

  @Test
  void whatIsWrittenMeanwhileIsSeen() {
    long seen =
        reading.share(
            () -> {
              long before = runs();
              history.record(Runs.complete());
              return runs() - before;
            });

    assertEquals(1, seen);
  }

  @Test
  void questionsGoOnAfterLettingGo() {
    history.record(Runs.complete());

    long seen =
        reading.share(
            () -> {
              long before = runs();
              reading.letGo();
              return before + runs();
            });

    assertEquals(2, seen);
  }

  @Test
  void nothingNeedBeOpenToLetGo() {
    reading.letGo();
    reading.share(
        () -> {
          reading.letGo();
          return 0;
        });

    assertEquals(0, runs());
  }

  private long runs() {
    return history.counts().runs();
  }
}
