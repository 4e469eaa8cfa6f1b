package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps others from writing the same output; given back when the process ends. Closing any channel
 * to a file gives back all locks that the process has on it, so that a process opens no second one.
 */
final class DraftLock implements AutoCloseable {

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DraftLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** None while somebody else has it. */
  static Option<DraftLock> of(Path target) throws IOException {
    Path directory = target.resolveSibling("").toRealPath();
    Path file = directory.resolve("." + target.getFileName() + ".lock");
    if (!HELD.add(file)) {
      return Option.none();
    }
    Option<DraftLock> lock = Option.none();
    try {
      lock = locked(file);
      return lock;
    } finally {
      if (lock.isEmpty()) {
        HELD.remove(file);
      }
    }
  }

  private static Option<DraftLock> locked(Path file) throws IOException {
    FileChannel channel =
        PrivateFiles.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
      return Option.when(taken, () -> new DraftLock(file, channel));
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      try {
        channel.close();
      } finally {
        HELD.remove(file);
      }
    }
  }
}
