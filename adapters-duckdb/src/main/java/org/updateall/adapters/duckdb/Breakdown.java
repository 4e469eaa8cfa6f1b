package org.updateall.adapters.duckdb;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.updateall.domain.history.HistoryUnavailable;

/**
 * Says in a sentence for a user why a database cannot be used, and what to do. The engine has no
 * error codes, so its messages are searched.
 */
final class Breakdown {

  private static final String LOCK_CONFLICT = "Could not set lock on file";
  private static final String OPEN_OTHERWISE = "with a different configuration than existing";
  private static final String DURABLE = "COMMIT succeeded and is durable";

  private static final String ROLLED_BACK = "Failed to commit";
  private static final String FATAL = "FATAL Error";

  /** What DuckDB 1.5 puts before the message of a statement that fails. */
  private static final String CLOSED_RESULT =
      "Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result"
          + " Error: ";

  private static final Pattern HOLDER = Pattern.compile("held in (.+?) \\(PID (\\d+)\\)");
  private static final Pattern JOURNAL_PLACE =
      Pattern.compile("WAL file: entry at byte position (\\d+)");

  private static final String JOURNAL = "WAL file";
  private static final String OTHER_JOURNAL = "WAL does not match";
  private static final String NEWER_ENGINE = "we can only read version";
  private static final String FORBIDDEN = "Permission denied";
  private static final String INTERRUPTED = "interrupted in using a file";
  private static final List<String> OTHER_THAN_DAMAGE =
      List.of(NEWER_ENGINE, FORBIDDEN, INTERRUPTED, "No space left on device", "Out of Memory");

  private static final String ANOTHER_FILE =
      "It was left untouched; name another file with --db, or move this one away.";

  private static final String BRING_BACK =
      "'update-all db check' says what is wrong, and 'update-all db repair TARGET' saves what can be"
          + " read into a new file; or bring back a backup, or name another file with --db.";

  /** What the engine's message holds, and what is said instead; the first that fits. */
  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    SENTENCES.put(INTERRUPTED, "was in use when that was interrupted. Try again.");
    SENTENCES.put("not a valid DuckDB database file", "is not a DuckDB database. " + ANOTHER_FILE);
    SENTENCES.put(
        NEWER_ENGINE,
        "was written by a newer DuckDB than this program holds. It was left untouched; update this"
            + " program, or name another file with --db.");
    SENTENCES.put(
        "No space left on device",
        "cannot be written, for the disk is full. Nothing was stored; free some space and try"
            + " again.");
    SENTENCES.put(
        JOURNAL,
        "has a damaged journal (the file beside it that ends in .wal). 'update-all db repair TARGET'"
            + " saves all that was stored before the damage into a new file; moving the journal away"
            + " gives up the last changes.");
    SENTENCES.put(
        OTHER_JOURNAL,
        "has the journal of another database beside it (the file that ends in .wal). Move that away,"
            + " or bring the right one back.");
    SENTENCES.put("Corrupt", "is damaged. " + BRING_BACK);
    SENTENCES.put("checksum", "is damaged. " + BRING_BACK);
    SENTENCES.put("Could not read", "is damaged. " + BRING_BACK);
    SENTENCES.put(FORBIDDEN, forbidden());
    SENTENCES.put("Read-only file system", forbidden());
  }

  private Breakdown() {}

  private static String forbidden() {
    return "cannot be used for want of permission. Give this user the right to its file and"
        + " directory, or name another file with --db.";
  }

  static HistoryUnavailable of(Path database, Exception cause) {
    String reason = reason(cause);
    for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
      if (reason.contains(sentence.getKey())) {
        return unavailable(database, sentence.getValue(), cause);
      }
    }
    return unavailable(
        database,
        "cannot be used: %s. Nothing was changed; name another file with --db."
            .formatted(clause(cause)),
        cause);
  }

  static HistoryUnavailable damaged(Path database, DamagedRow damage) {
    return unavailable(
        database, "is damaged: %s. %s".formatted(clause(damage), BRING_BACK), damage);
  }

  static HistoryUnavailable beyondRepair(Path database, Exception damage) {
    return unavailable(
        database,
        "is damaged beyond what can be repaired: %s. Nothing was changed; bring back a backup."
            .formatted(clause(damage)),
        damage);
  }

  static HistoryUnavailable busy(Path database, Duration waited, StoreBusy busy) {
    return unavailable(
        database,
        "is in use by %s, and %s of waiting were not enough. Let that end, then try again."
            .formatted(busy.getMessage(), seconds(waited)),
        busy);
  }

  /** What to tell somebody who waits. */
  static String waiting(Path database, String holder) {
    return "Waiting for %s, which uses the history %s.".formatted(holder, database);
  }

  /** After a commit that succeeded. */
  static HistoryUnavailable storedUnseen(Path database, Exception cause) {
    return unavailable(
        database,
        "was written, but could not be read to make sure: %s. Recording the same again is harmless."
            .formatted(clause(cause)),
        cause);
  }

  /** After a commit that failed, one does not know how. */
  static HistoryUnavailable perhapsStored(Path database, Exception cause) {
    return unavailable(
        database,
        ("failed in the very moment of storing: %s. It is not known whether the change was stored;"
                + " recording the same again is harmless.")
            .formatted(clause(cause)),
        cause);
  }

  static HistoryUnavailable interrupted(Path database, Exception cause) {
    return unavailable(database, "was waited for, until the wait was interrupted.", cause);
  }

  static HistoryUnavailable notADatabase(Path database, String whatItIs) {
    return unavailable(
        database, "is %s, not a DuckDB database. %s".formatted(whatItIs, ANOTHER_FILE), null);
  }

  static HistoryUnavailable madeByPython(Path database) {
    return unavailable(
        database,
        "was made by the Python version of update-all. It was left untouched; 'update-all db convert'"
            + " puts a history of this program in its place and keeps it beside, or name another file"
            + " with --db.",
        null);
  }

  static HistoryUnavailable foreign(Path database) {
    return unavailable(database, "is a database of another program. " + ANOTHER_FILE, null);
  }

  static HistoryUnavailable newer(Path database, int version, int newestKnown) {
    return unavailable(
        database,
        String.format(
            Locale.ROOT,
            "has schema version %d, and this program knows none above %d. It was left untouched;"
                + " update this program, or name another file with --db.",
            version,
            newestKnown),
        null);
  }

  static HistoryUnavailable changed(Path database, int version) {
    return unavailable(
        database,
        String.format(
            Locale.ROOT,
            "was brought to schema version %d in another way than this program would. It was left"
                + " untouched; use the program that made it, or name another file with --db.",
            version),
        null);
  }

  static HistoryUnavailable journalLeft(Path database) {
    return unavailable(
        database,
        "has a journal that cannot be taken in: %s. Nothing was changed; 'update-all db check' says what"
                .formatted(Journal.beside(database))
            + " is wrong with it. Move it away, then try again.",
        null);
  }

  static HistoryUnavailable orphanedJournal(Path database) {
    return unavailable(
        database,
        "is missing, but its journal (the same name with .wal) is there. Bring the database back,"
            + " or move the journal away.",
        null);
  }

  /**
   * Whether the content of the file is at fault, not the right to read it, or a program that is too
   * old for it.
   */
  static boolean isDamage(Exception cause) {
    String reason = reason(cause);
    return OTHER_THAN_DAMAGE.stream().noneMatch(reason::contains);
  }

  /** The reason on one line, fit to be followed by more. */
  static String inWords(Exception cause) {
    return clause(cause);
  }

  /** The place in the journal where the engine says it is damaged. */
  static OptionalLong damagedJournalPlace(Exception cause) {
    Matcher matcher = JOURNAL_PLACE.matcher(reason(cause));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** Whether the engine blames the journal. */
  static boolean isJournalDamage(Exception cause) {
    String reason = reason(cause);
    return reason.contains(JOURNAL) || reason.contains(OTHER_JOURNAL);
  }

  /** Whether another user of the file is all that is wrong. */
  static boolean isLockConflict(Exception cause) {
    String reason = reason(cause);
    return reason.contains(LOCK_CONFLICT) || reason.contains(OPEN_OTHERWISE);
  }

  /** Whether a commit failed only in tidying up after itself. */
  static boolean isDurable(Exception cause) {
    return reason(cause).contains(DURABLE);
  }

  /** Whether a commit failed and left nothing of the transaction. */
  static boolean isRolledBack(Exception cause) {
    String reason = reason(cause);
    return reason.contains(ROLLED_BACK) && !reason.contains(FATAL);
  }

  /** Who the engine says holds the file. */
  static String holder(Exception cause) {
    Matcher matcher = HOLDER.matcher(reason(cause));
    return matcher.find()
        ? "process %s (%s)".formatted(matcher.group(2), matcher.group(1))
        : "somebody else";
  }

  private static HistoryUnavailable unavailable(
      Path database, String predicate, @Nullable Exception cause) {
    String message = "The history %s %s".formatted(database, predicate);
    return cause == null ? new HistoryUnavailable(message) : new HistoryUnavailable(message, cause);
  }

  /** The reason of a failure on one line, fit to be followed by more. */
  static String clause(Throwable cause) {
    return reason(cause).replaceFirst("[.!]+$", "");
  }

  /** The messages of a failure and of what caused it, on one line, without repeats. */
  private static String reason(Throwable cause) {
    List<String> texts = new ArrayList<>();
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String text = text(each);
      texts.removeIf(outer -> outer.contains(text));
      texts.add(text);
    }
    return String.join(": ", texts).replaceAll("\\s+", " ").replace(CLOSED_RESULT, "");
  }

  private static String text(Throwable failure) {
    if (failure instanceof ClosedByInterruptException) {
      return INTERRUPTED;
    }
    if (failure instanceof AccessDeniedException denied) {
      return FORBIDDEN + ": " + denied.getFile();
    }
    if (failure instanceof FileSystemException file) {
      return "%s: %s".formatted(file.getClass().getSimpleName(), file.getMessage());
    }
    return String.valueOf(failure.getMessage());
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
