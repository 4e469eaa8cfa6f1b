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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one writer or many readers at a database, across threads and processes: a lock of the
 * operating system on a file beside it, and within this process a read-write lock, for the other
 * kind tells no threads apart. All readers of a process share one lock on the file.
 *
 * <p>The file is made by writers and never removed. While a writer holds it, its process id stands
 * in it.
 */
final class StoreLock {

  private static final ConcurrentMap<Path, StoreLock> LOCKS = new ConcurrentHashMap<>();
  private static final int MAX_DIGITS = 20;

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

  /** What is held until it is closed, by the same thread. */
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
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
    if (threads.isWriteLockedByCurrentThread()) {
      throw new IllegalStateException("a store cannot be used from within its own transaction");
    }
    if (!lock.tryLock(patience.remainingNanos(), TimeUnit.NANOSECONDS)) {
      throw new StoreBusy("another thread of this process");
    }
  }

  private FileChannel exclusiveChannel(Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    lock(channel, false, patience);
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)));
    return channel;
  }

  private void releaseExclusive(FileChannel channel) throws IOException {
    try (channel) {
      channel.truncate(0);
    } finally {
      threads.writeLock().unlock();
    }
  }

  /** Where there is no lock file that could be opened, a reader goes without. */
  private synchronized void enter(Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    if (readers == 0) {
      try {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        lock(channel, true, patience);
        readersChannel = channel;
      } catch (NoSuchFileException | AccessDeniedException e) {
        readersChannel = null;
      }
    }
    readers++;
  }

  private void leave() throws IOException {
    try {
      leaveFile();
    } finally {
      threads.readLock().unlock();
    }
  }

  private synchronized void leaveFile() throws IOException {
    readers--;
    if (readers == 0 && readersChannel != null) {
      readersChannel.close();
      readersChannel = null;
    }
  }

  /** Locks the file, or closes the channel and fails. The lock ends with its channel. */
  private static void lock(FileChannel channel, boolean shared, Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    try {
      while (tryLock(channel, shared) == null) {
        if (patience.isExhausted()) {
          throw new StoreBusy(holder(channel));
        }
        patience.pause();
      }
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
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
