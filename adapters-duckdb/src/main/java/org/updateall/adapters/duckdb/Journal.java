package org.updateall.adapters.duckdb;

import io.vavr.control.Option;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.updateall.domain.storage.Finding;

/**
 * The journal beside a database (its write-ahead log), read as bytes: the engine passes over what
 * it does not take for a journal, and over an end that it does not understand, without a word.
 *
 * <p>A journal of storage format 1.2 is a header of 8 bytes, then entries: their length and a
 * checksum, 8 bytes each, little-endian, then as many bytes. The last entry of a transaction always
 * reads the same; what stands behind the last of these was never finished.
 */
final class Journal {

  private static final byte[] HEADER = {0x64, 0, 0x62, 0x65, 0, 2, -1, -1};
  private static final byte[] COMMIT = {0x64, 0, 0x64, -1, -1};
  private static final int ENTRY_HEAD = 16;
  private static final long MOST_READ = 512L * 1024 * 1024;

  private final Path file;
  private final byte[] bytes;

  private Journal(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /** Where the journal of that database is, if it has one. */
  static Path beside(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }

  /** Its size; 0 if there is none. */
  static long size(Path database) throws IOException {
    Path file = beside(database);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** What is to be said of the journal of that database; none if there is none. */
  static Option<Finding> finding(Path database) throws IOException {
    Path file = beside(database);
    if (Files.notExists(file)) {
      return Option.none();
    }
    if (Files.size(file) > MOST_READ) {
      return Option.some(Finding.note("There is a journal too long to be looked at: " + file));
    }
    return Option.some(new Journal(file, Files.readAllBytes(file)).finding());
  }

  /**
   * Gives a journal its right beginning, if that alone is damaged.
   *
   * @return whether it was mended
   */
  static boolean mendBeginning(Path journal) throws IOException {
    if (Files.notExists(journal) || Files.size(journal) > MOST_READ) {
      return false;
    }
    Journal damaged = new Journal(journal, Files.readAllBytes(journal));
    if (damaged.hasHeader() || damaged.lastCommit() == 0) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(HEADER), 0);
    }
    return true;
  }

  private Finding finding() {
    if (bytes.length == 0) {
      return Finding.note("There is an empty journal, which holds no change: " + file);
    }
    if (!hasHeader()) {
      return Finding.problem(
          "The journal %s does not begin as one does; what it holds is passed over, and is gone"
                  .formatted(file)
              + " after the next change",
          lastCommit() > 0 ? Remedies.REPAIR : Remedies.BRING_JOURNAL_BACK);
    }
    int end = lastCommit();
    if (end == bytes.length) {
      return Finding.note(
          "There is a journal of %d bytes with changes of a process that ended before it had closed"
                  .formatted(bytes.length)
              + " the history; they are part of it");
    }
    return commitFollows(endOfEntries())
        ? Finding.problem(
            "The journal %s is damaged at byte %d of %d; changes that were stored behind it are passed over"
                .formatted(file, endOfEntries(), bytes.length),
            Remedies.BRING_JOURNAL_BACK)
        : Finding.note(
            "The journal %s ends with a change that was not finished (bytes %d to %d), as after a crash"
                .formatted(file, end, bytes.length));
  }

  private boolean hasHeader() {
    return bytes.length >= HEADER.length
        && Arrays.equals(HEADER, Arrays.copyOf(bytes, HEADER.length));
  }

  /** Where the last finished transaction ends; 0 if there is none. */
  private int lastCommit() {
    int last = 0;
    for (int at = HEADER.length, end = endAt(at); end > at; at = end, end = endAt(at)) {
      if (isCommit(at + ENTRY_HEAD, end)) {
        last = end;
      }
    }
    return last;
  }

  /** Where the entries that follow one another without a gap end. */
  private int endOfEntries() {
    int at = HEADER.length;
    for (int end = endAt(at); end > at; end = endAt(at)) {
      at = end;
    }
    return at;
  }

  /** Where the entry at that place ends; the place itself if no whole entry is there. */
  private int endAt(int place) {
    if (bytes.length - place < ENTRY_HEAD) {
      return place;
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(place);
    boolean whole = length > 0 && length <= bytes.length - place - ENTRY_HEAD;
    return whole ? place + ENTRY_HEAD + (int) length : place;
  }

  private boolean isCommit(int from, int to) {
    return Arrays.equals(bytes, from, to, COMMIT, 0, COMMIT.length);
  }

  private boolean commitFollows(int place) {
    for (int at = place; at + COMMIT.length <= bytes.length; at++) {
      if (isCommit(at, at + COMMIT.length)) {
        return true;
      }
    }
    return false;
  }
}
