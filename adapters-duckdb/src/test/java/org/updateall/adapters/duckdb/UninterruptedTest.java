package org.updateall.adapters.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UninterruptedTest {

  @TempDir private Path directory;

  @Test
  void doesAgainWhatAnInterruptCutOff() throws IOException {
    AtomicInteger attempts = new AtomicInteger();

    long size =
        Uninterrupted.result(
            () -> {
              try (FileChannel channel =
                  FileChannel.open(
                      directory.resolve("a"),
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE)) {
                if (attempts.incrementAndGet() == 1) {
                  Thread.currentThread().interrupt();
                }
                return channel.size();
              }
            });

    assertTrue(Thread.interrupted());
    assertEquals(0, size);
    assertEquals(2, attempts.get());
  }

  @Test
  void leavesTheThreadAsItWas() throws IOException {
    assertEquals(false, Uninterrupted.result(Thread::interrupted));
    assertFalse(Thread.currentThread().isInterrupted());

    Thread.currentThread().interrupt();
    assertEquals(false, Uninterrupted.result(() -> Thread.currentThread().isInterrupted()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void passesOnEveryOtherFailure() {
    Thread.currentThread().interrupt();

    assertThrows(
        IOException.class,
        () ->
            Uninterrupted.result(
                () -> {
                  throw new IOException("full");
                }));
    assertTrue(Thread.interrupted());
  }
}
