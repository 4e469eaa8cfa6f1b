package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import tools.jackson.core.exc.JacksonIOException;

/** Says of which file it was that writing failed. */
final class Unwritable {

  /** Some writing. */
  interface Writing {
    void write() throws IOException, SQLException;
  }

  /** Some writing that has a result. */
  interface Making<T> {
    T make() throws IOException, SQLException;
  }

  private Unwritable() {}

  /**
   * @throws UncheckedIOException if it fails; its cause names the file
   */
  static void orElse(Path file, Writing writing) {
    boolean unused =
        unlessDone(
            file,
            () -> {
              writing.write();
              return true;
            });
  }

  /**
   * @throws UncheckedIOException if it fails; its cause names the file
   */
  static <T> T unlessDone(Path file, Making<T> making) {
    try {
      return making.make();
    } catch (FileSystemException e) {
      throw new UncheckedIOException(e);
    } catch (IOException | SQLException | JacksonIOException e) {
      FileSystemException named =
          new FileSystemException(file.toString(), null, Breakdown.clause(e));
      named.initCause(e);
      throw new UncheckedIOException(named);
    }
  }
}
