package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.history.HistoryCounts;
import org.updateall.domain.history.RecordingTally;
import org.updateall.domain.storage.Conversion;

/**
 * Puts a database of this program in the place of one that the Python update-all made.
 *
 * <p>The old one is read only, and to its end, before anything else. Then it is copied as it is,
 * with its journal if it has one, and only when that copy is safe is its journal taken in: beside
 * the new file it would be taken for its own. Nobody can write to the old file any more when it is
 * seen to hold what was read, and the new one takes its place. A crash before that moment leaves
 * the old one, with the same content.
 */
final class PythonConversion {

  private static final Logger LOG = LoggerFactory.getLogger(PythonConversion.class);
  private static final String DRAFT = ".converting";
  private static final String BACKUPS = "legacy-backups";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path database;
  private final Clock clock;
  private final Schema schema;
  private final ZoneId zone;

  PythonConversion(Path database, Clock clock, Schema schema, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.schema = schema;
    this.zone = zone;
  }

  /** While nobody else of this program uses the file. */
  Either<FileRefused, Conversion> convert(Path file, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    DuckDbStore.requireFile(database);
    try (DatabaseDraft draft = DatabaseDraft.under(file, DRAFT)) {
      Reading reading = read(file, draft, patience);
      return reading == null
          ? Either.left(refused())
          : Either.right(putInPlace(file, draft, reading, patience));
    }
  }

  private record Reading(HistoryCounts there, HistoryCounts converted, PythonRuns runs) {}

  private @Nullable Reading read(Path file, DatabaseDraft draft, Patience patience)
      throws SQLException, StoreBusy, InterruptedException {
    try (Handle source = Engine.open(Engine.reader(file), patience)) {
      if (!Schema.isMadeByPython(source)) {
        return null;
      }
      source.begin(); // so that all of it is of one moment
      PythonTables tables = source.attach(PythonTables.class);
      PythonRuns runs = new PythonRuns(tables, zone);
      Reading reading = new Reading(tables.counts(), write(runs, draft.file()), runs);
      source.commit();
      return reading;
    }
  }

  private HistoryCounts write(PythonRuns runs, Path file)
      throws SQLException, StoreBusy, InterruptedException {
    try (Handle target = Engine.open(Engine.creator(file), Patience.none())) {
      target.begin();
      schema.create(target, clock.instant());
      RecordingTally unused = new RunRecorder(target, clock.instant()).recordAll(runs);
      target.commit();
      return target.attach(RunTables.class).counts();
    }
  }

  private Conversion putInPlace(Path file, DatabaseDraft draft, Reading reading, Patience patience)
      throws IOException, StoreBusy, InterruptedException {
    Path original = keep(file);
    StoreCompaction.takeInJournal(file, patience);
    try (Handle source = Engine.open(Engine.reader(file), patience)) {
      if (!source.attach(PythonTables.class).counts().equals(reading.there())) {
        throw new IOException("it was changed by another program meanwhile");
      }
      draft.replace();
    }
    LOG.atInfo()
        .addKeyValue("runs", reading.converted().runs())
        .addKeyValue("left_out", reading.runs().leftOutCount())
        .addKeyValue("original", original)
        .log("converted {}, which the Python update-all made", database);
    return new Conversion(
        database,
        original,
        zone,
        reading.converted(),
        reading.runs().leftOutCount(),
        reading.runs().leftOut());
  }

  /** Copies the old database as it is; nobody of this process has it open. */
  private Path keep(Path file) throws IOException {
    Path directory = file.resolveSibling(BACKUPS);
    PrivateFiles.createDirectories(directory);
    String name = file.getFileName() + ".python-" + STAMP.format(clock.instant());
    Path copy = directory.resolve(name);
    for (int i = 2; Files.exists(copy); i++) {
      copy = directory.resolve(name + "-" + i);
    }
    if (Files.exists(Journal.beside(file))) {
      keep(Journal.beside(file), Journal.beside(copy));
    }
    keep(file, copy);
    PrivateFiles.bringNameToDisk(copy);
    return copy;
  }

  private static void keep(Path file, Path copy) throws IOException {
    Files.copy(file, copy);
    PrivateFiles.restrict(copy);
    PrivateFiles.bringContentToDisk(copy);
  }

  private FileRefused refused() {
    return new FileRefused(
        database,
        "",
        "it was not made by the Python update-all",
        "There is nothing to convert; 'update-all db info' tells what it is.");
  }
}
