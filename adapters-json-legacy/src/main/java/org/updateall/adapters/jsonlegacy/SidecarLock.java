package org.updateall.adapters.jsonlegacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Lets one writer at a history.json, across threads and processes of ours: a lock of the operating
 * system on a file beside it, and within this process a lock among threads, for the other kind
 * tells them not apart. The Python program knows nothing of it. Readers need no lock, for the file
 * is only ever replaced whole.
 *
 * <p>The lock file stays, for its owner only; while it is held, the holder's process id stands in
 * it.
 */
final class SidecarLock {

  private static final Logger LOG = LoggerFactory.getLogger(SidecarLock.class);
  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);
  private static final int MAX_DIGITS = 20;

  private final ReentrantLock threads;
  private final FileChannel channel;

  private SidecarLock(ReentrantLock threads, FileChannel channel) {
    this.threads = threads;
    this.channel = channel;
  }

  /** What is done while the lock is held. */
  @FunctionalInterface
  interface Work<T> {
    T result() throws IOException;
  }

  /**
   * Waits until nobody else writes to that file, whose directory must be there, and then does the
   * work.
   *
   * @throws HistoryUnavailable if that takes longer than the patience
   * @throws IllegalStateException if this thread holds the lock already
   */
  static <T> T whileHeld(Path file, Duration patience, Work<T> work) throws IOException {
    SidecarLock lock = acquire(file, patience);
    try {
      return work.result();
    } finally {
      lock.release();
    }
  }

  /** The lock file of that file. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".lock");
  }

  private static SidecarLock acquire(Path file, Duration patience) throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    ReentrantLock threads = THREADS.computeIfAbsent(file, unused -> new ReentrantLock(true));
    awaitThreads(threads, file, patience);
    try {
      return new SidecarLock(threads, locked(file, deadline, patience));
    } catch (InterruptedException interruption) {
      threads.unlock();
      throw interrupted(file, interruption);
    } catch (IOException | RuntimeException failure) {
      threads.unlock();
      throw failure;
    }
  }

  /** Lets the next one in. The work is done and safe by now, so no failure here speaks for it. */
  private void release() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("the lock of a history was not released in order");
    } finally {
      threads.unlock();
    }
  }

  private static void awaitThreads(ReentrantLock threads, Path file, Duration patience) {
    if (threads.isHeldByCurrentThread()) {
      throw new IllegalStateException("a store cannot be used from within its own transaction");
    }
    try {
      if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw busy(file, "another thread of this process", patience);
      }
    } catch (InterruptedException interruption) {
      throw interrupted(file, interruption);
    }
  }

  private static FileChannel locked(Path file, long deadline, Duration patience)
      throws IOException, InterruptedException {
    FileChannel channel =
        FileChannel.open(
            beside(file),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            Replacement.ownerOnly(file, "rw-------"));
    try {
      while (channel.tryLock() == null) {
        if (System.nanoTime() - deadline > 0) {
          throw busy(file, holder(channel), patience);
        }
        TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
      return channel;
    } catch (IOException | InterruptedException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(MAX_DIGITS);
    channel.read(content, 0);
    String writer = new String(content.array(), 0, content.position(), US_ASCII);
    return writer.isEmpty() ? "another process" : "process " + writer;
  }

  private static HistoryUnavailable busy(Path file, String holder, Duration patience) {
    return new HistoryUnavailable(
        "The history %s is in use by %s, and %d ms of waiting were not enough. Let that end, then try again."
            .formatted(file, holder, patience.toMillis()));
  }

  private static HistoryUnavailable interrupted(Path file, InterruptedException interruption) {
    Thread.currentThread().interrupt();
    return new HistoryUnavailable(
        "The history %s was waited for, until the wait was interrupted.".formatted(file),
        interruption);
  }
}
