package org.updateall.adapters.system.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.updateall.domain.importing.Detection;
import org.updateall.domain.importing.SightingSink;
import org.updateall.domain.importing.SkippedRecord;
import org.updateall.domain.importing.SourceMachine;

/**
 * A database of SQLite on a machine, which is only ever read: neither it nor the folder that it
 * lies in is changed. The driver is loaded when it is first read, not when it is looked for.
 */
final class SqliteSource {

  /** Asks a database. */
  @FunctionalInterface
  interface Reading {

    /** It is open until this returns. */
    void of(SqliteDatabase database) throws IOException;
  }

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final SourceMachine machine;
  private final Path file;
  private final Duration limit;

  SqliteSource(SourceMachine machine, Path file) {
    this(machine, file, LIMIT);
  }

  /**
   * @param limit after that time a question is given up
   */
  SqliteSource(SourceMachine machine, Path file, Duration limit) {
    this.machine = machine;
    this.file = file;
    this.limit = limit;
  }

  /** What the machine calls the file. */
  String place() {
    return machine.nameOf(file);
  }

  /** Found, unreadable or absent, as the file is. */
  Detection detect() {
    if (!isThere()) {
      return Detection.absent();
    }
    try {
      SqliteFile.at(file, new SourceFiles(machine));
      return Detection.found(List.of(place()));
    } catch (IOException e) {
      return Detection.unreadable(List.of(place()), SourceFiles.reason(e));
    }
  }

  /** Has the database read, if there is one; where that fails, it is skipped and said. */
  void read(SightingSink sink, Reading reading) {
    if (!isThere()) {
      return;
    }
    try {
      read(SqliteFile.at(file, new SourceFiles(machine)), reading);
    } catch (IOException e) {
      sink.skip(new SkippedRecord(place(), null, SourceFiles.reason(e)));
    }
  }

  private boolean isThere() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private void read(SqliteFile found, Reading reading) throws IOException {
    String before = found.state();
    switch (found.manner()) {
      case LOCKED, WITH_LOG -> read(found.url(), reading);
      case AT_REST -> {
        read(found.url(), reading);
        requireUnchanged(found, before);
      }
      case COPIED -> readCopy(found, before, reading);
    }
  }

  private void read(String url, Reading reading) throws IOException {
    try (SqliteDatabase database = SqliteDatabase.open(url, limit)) {
      reading.of(database);
    }
  }

  private void readCopy(SqliteFile found, String before, Reading reading) throws IOException {
    Path folder = Files.createTempDirectory("update-all-import");
    try {
      Path copy = found.copyInto(folder);
      requireUnchanged(found, before);
      read(found.url(copy), reading);
    } finally {
      delete(folder);
    }
  }

  private static void requireUnchanged(SqliteFile found, String before) throws IOException {
    if (!found.state().equals(before)) {
      throw new IOException("it was written to meanwhile; try again later");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.delete(folder);
  }
}
