package org.updateall.application.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.control.Either;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.updateall.application.estimating.RunEstimate;
import org.updateall.domain.forecast.RunRisk;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.history.HostScope;
import org.updateall.domain.joint.Schedule;

final class ForetellingTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final RunEstimate ESTIMATE =
      new RunEstimate(
          0.9,
          HostScope.everyHost(),
          List.of(),
          Schedule.sequential(),
          Map.of(),
          Map.of(),
          new RunRisk(List.of()),
          List.of(),
          0,
          List.of());

  @Test
  void whatIsKnownBeforeTheEndCounts() throws Exception {
    BlockingQueue<Boolean> inTime = new LinkedBlockingQueue<>();
    Foretelling foretelling =
        new Foretelling(
            asked -> {
              inTime.add(asked.getAsBoolean());
              return ESTIMATE;
            });
    foretelling.await(LONG);

    assertEquals(Either.right(ESTIMATE), foretelling.conclude());
    assertEquals(Either.right(ESTIMATE), foretelling.conclude());
    assertEquals(true, inTime.poll());
  }

  @Test
  void whatIsKnownAfterTheEndDoesNot() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    BlockingQueue<Boolean> inTime = new LinkedBlockingQueue<>();
    Foretelling foretelling =
        new Foretelling(
            asked -> {
              await(ended);
              inTime.add(asked.getAsBoolean());
              return ESTIMATE;
            });

    foretelling.await(Duration.ofMillis(10));
    assertEquals(Either.left("it was not known in time"), foretelling.conclude());
    ended.countDown();

    assertEquals(false, inTime.poll(LONG.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void anEntryThatHasBegunIsWaitedFor() throws Exception {
    CountDownLatch entering = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Foretelling foretelling =
        new Foretelling(
            asked -> {
              assertTrue(asked.getAsBoolean());
              entering.countDown();
              await(goOn);
              return ESTIMATE;
            });
    await(entering);
    Thread later =
        new Thread(
            () -> {
              try {
                Thread.sleep(50);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              goOn.countDown();
            });
    later.start();

    assertEquals(Either.right(ESTIMATE), foretelling.conclude());
    assertEquals(0, goOn.getCount());
    later.join();
  }

  @Test
  void aHistoryThatCannotBeUsedIsAReasonAndNoFailure() throws Exception {
    Foretelling foretelling =
        new Foretelling(
            asked -> {
              throw new HistoryUnavailable("the database is damaged");
            });
    foretelling.await(LONG);

    assertEquals(Either.left("the database is damaged"), foretelling.conclude());
  }

  @Test
  void norIsADefect() throws Exception {
    Foretelling foretelling =
        new Foretelling(
            asked -> {
              throw new AssertionError("defect");
            });
    foretelling.await(LONG);

    assertFalse(foretelling.conclude().isRight());
    assertEquals("defect", foretelling.conclude().getLeft());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
