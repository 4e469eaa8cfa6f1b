package org.updateall.adapters.jsonlegacy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryUnavailable;

/** Says in a sentence for a user why a history.json cannot be used as a store, and what to do. */
final class Breakdown {

  private static final String UNTOUCHED =
      "It was left untouched; bring back a backup, or name another file with --db.";
  private static final String FORBIDDEN =
      "cannot be used for want of permission. Give this user the right to it and to its"
          + " directory, or name another file.";
  private static final String FULL =
      "cannot be written, for the disk is full. Nothing was stored; free some space and try again.";

  private Breakdown() {}

  /** Of a file that is no history from beginning to end. */
  static HistoryUnavailable broken(Path file, BrokenFileException fault) {
    FileRefused refused = Refusal.of(file, fault);
    String place = refused.place().isEmpty() ? "" : ", %s,".formatted(refused.place());
    return unavailable(
        file, "%s cannot be used: %s. %s".formatted(place, refused.reason(), UNTOUCHED), fault);
  }

  /** Of a file that cannot be read or written. */
  static HistoryUnavailable of(Path file, IOException failure) {
    if (failure instanceof BrokenFileException fault) {
      return broken(file, fault);
    }
    if (failure instanceof AccessDeniedException) {
      return unavailable(file, " " + FORBIDDEN, failure);
    }
    String reason = reason(failure);
    return reason.contains("No space left")
        ? unavailable(file, " " + FULL, failure)
        : unavailable(
            file,
            " cannot be used: %s. Check the disk and the file system.".formatted(reason),
            failure);
  }

  /** Of a file that is too large to be held in memory. */
  static HistoryUnavailable tooLarge(Path file) {
    return new HistoryUnavailable(
        "The history %s has more than 1 GiB. Bring it into a database: update-all import %s"
            .formatted(file, file));
  }

  private static HistoryUnavailable unavailable(Path file, String predicate, IOException cause) {
    return new HistoryUnavailable("The history %s%s".formatted(file, predicate), cause);
  }

  private static String reason(IOException failure) {
    if (failure instanceof FileSystemException system) {
      String reason = system.getReason();
      return reason == null ? system.getClass().getSimpleName() : reason;
    }
    return String.valueOf(failure.getMessage());
  }
}
