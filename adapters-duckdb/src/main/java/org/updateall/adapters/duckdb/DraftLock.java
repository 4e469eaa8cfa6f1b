package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps other processes from writing the same output; given back when the process ends. */
final class DraftLock implements AutoCloseable {

  private final FileChannel channel;

  private DraftLock(FileChannel channel) {
    this.channel = channel;
  }

  /** None while somebody else has it. */
  static Option<DraftLock> of(Path target) throws IOException {
    FileChannel channel =
        PrivateFiles.open(
            target.resolveSibling("." + target.getFileName() + ".lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    if (lock(channel) == null) {
      channel.close();
      return Option.none();
    }
    return Option.some(new DraftLock(channel));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
