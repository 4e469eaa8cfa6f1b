package org.updateall.adapters.duckdb;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one writer or many readers at a database, across threads and processes: a lock of the
 * operating system on a file beside it, and within this process a read-write lock, for the other
 * kind tells no threads apart. All readers of a process share one lock on the file.
 *
 * <p>The file is made by writers and never removed. While a writer holds it, its process id stands
 * in it.
 */
final class StoreLock {

  private static final Logger LOG = LoggerFactory.getLogger(StoreLock.class);
  private static final ConcurrentMap<Path, StoreLock> LOCKS = new ConcurrentHashMap<>();
  private static final int MAX_DIGITS = 20;
  private static final String ANOTHER_THREAD = "another thread of this process";

  private final Path file;
  private final ReentrantReadWriteLock threads = new ReentrantReadWriteLock(true);
  private int readers;
  private @Nullable FileChannel readersChannel;

  private StoreLock(Path file) {
    this.file = file;
  }

  /** The lock of that database; the path is the real one, so that one file has one lock. */
  static StoreLock of(Path realPath) {
    return LOCKS.computeIfAbsent(
        realPath.resolveSibling(realPath.getFileName() + ".lock"), StoreLock::new);
  }

  /** What is held until it is closed, by the same thread. Closing never fails. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  Held exclusively(Patience patience) throws IOException, StoreBusy, InterruptedException {
    await(threads.writeLock(), patience);
    try {
      FileChannel channel = exclusiveChannel(patience);
      return () -> releaseExclusive(channel);
    } catch (Throwable e) {
      threads.writeLock().unlock();
      throw e;
    }
  }

  Held shared(Patience patience) throws IOException, StoreBusy, InterruptedException {
    await(threads.readLock(), patience);
    try {
      enter(patience);
      return this::leave;
    } catch (Throwable e) {
      threads.readLock().unlock();
      throw e;
    }
  }

  private void await(Lock lock, Patience patience) throws StoreBusy, InterruptedException {
    boolean writing = threads.isWriteLockedByCurrentThread();
    if (writing || (lock == threads.writeLock() && threads.getReadHoldCount() > 0)) {
      if (patience.isExhausted()) {
        throw new StoreBusy("this very thread");
      }
      throw new IllegalStateException(
          writing
              ? "a store cannot be used from within its own transaction"
              : "a store cannot be changed from within its own reading");
    }
    if (!lock.tryLock(patience.unannouncedNanos(), TimeUnit.NANOSECONDS)) {
      patience.announce(ANOTHER_THREAD);
      if (!lock.tryLock(patience.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoreBusy(ANOTHER_THREAD);
      }
    }
  }

  private FileChannel exclusiveChannel(Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    FileChannel channel =
        PrivateFiles.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    try {
      lock(channel, patience);
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
      return channel;
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }

  /** The work is done and safe, so no failure here may speak for it. */
  private void releaseExclusive(FileChannel channel) {
    try (channel) {
      channel.truncate(0);
    } catch (IOException e) {
      LOG.warn("The lock file {} was not released in order", file, e);
    } finally {
      threads.writeLock().unlock();
    }
  }

  /** Every reader waits for itself, and keeps no other one waiting. */
  private void enter(Patience patience) throws IOException, StoreBusy, InterruptedException {
    String holder = tryEnter();
    while (holder != null) {
      waitFor(holder, patience);
      holder = tryEnter();
    }
  }

  /**
   * Joins the readers, the first of whom locks the file. Where there is no lock file that could be
   * opened, a reader goes without.
   *
   * @return who keeps the readers out; null if nobody does
   */
  private synchronized @Nullable String tryEnter() throws IOException {
    if (readers == 0) {
      try {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        String holder = holderUnlessLocked(channel);
        if (holder != null) {
          return holder;
        }
        readersChannel = channel;
      } catch (NoSuchFileException | AccessDeniedException e) {
        readersChannel = null;
      }
    }
    readers++;
    return null;
  }

  /** Locks the file for the readers, or closes the channel and says who holds it. */
  private static @Nullable String holderUnlessLocked(FileChannel channel) throws IOException {
    boolean locked = false;
    try {
      locked = tryLock(channel, true) != null;
      return locked ? null : holder(channel);
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private void leave() {
    try {
      leaveFile();
    } catch (IOException e) {
      LOG.warn("The lock file {} was not released in order", file, e);
    } finally {
      threads.readLock().unlock();
    }
  }

  private synchronized void leaveFile() throws IOException {
    readers--;
    FileChannel channel = readersChannel;
    if (readers == 0 && channel != null) {
      readersChannel = null;
      channel.close();
    }
  }

  private static void lock(FileChannel channel, Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    while (tryLock(channel, false) == null) {
      waitFor(holder(channel), patience);
    }
  }

  private static void waitFor(String holder, Patience patience)
      throws StoreBusy, InterruptedException {
    if (patience.isExhausted()) {
      throw new StoreBusy(holder);
    }
    patience.pauseFor(holder);
  }

  private static @Nullable FileLock tryLock(FileChannel channel, boolean shared)
      throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(MAX_DIGITS);
    channel.read(content, 0);
    String writer = new String(content.array(), 0, content.position(), US_ASCII);
    return writer.isEmpty() ? "another process" : "process " + writer;
  }
}
