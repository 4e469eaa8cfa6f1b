package org.updateall.adapters.duckdb;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that one thread holds open for reading, with its lock, or may come to hold open. */
final class SharedOpening {

  private static final Logger LOG = LoggerFactory.getLogger(SharedOpening.class);

  private StoreLock.@Nullable Held lock;
  private @Nullable Handle handle;
  private int readings;

  boolean isOpen() {
    return handle != null;
  }

  /** Takes over what is to be closed. */
  void hold(StoreLock.Held openLock, Handle openHandle) {
    letGo();
    lock = openLock;
    handle = openHandle;
  }

  /** Reads from what is open, and closes it if that fails. */
  <T> T read(DuckDbStore.Work<T> work) throws SQLException {
    boolean done = false;
    readings++;
    try {
      T result = work.on(requireNonNull(handle, "handle"));
      done = true;
      return result;
    } finally {
      readings--;
      if (!done) {
        letGo();
      }
    }
  }

  /** Closes what is open, unless it is being read. Nothing was written, so no failure matters. */
  void letGo() {
    if (readings > 0) {
      return;
    }
    Handle open = handle;
    StoreLock.Held held = lock;
    handle = null;
    lock = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (JdbiException e) {
      LOG.debug("The connection did not close in order", e);
    } finally {
      if (held != null) {
        held.close();
      }
    }
  }
}
