package org.updateall.adapters.duckdb;

import io.vavr.control.Either;
import io.vavr.control.Option;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.updateall.domain.history.FileRefused;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Compaction;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.StoreCopy;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.StoreUpkeep;
import org.updateall.domain.storage.TableRows;

/** Looks after a DuckDB file. */
final class DuckDbStoreUpkeep implements StoreUpkeep {

  private final Custody custody;
  private final Clock clock;
  private final Schema schema;

  /** What is done with the file, for the sake of another one. */
  private interface Making<T> {
    T of(Path file, Path target, Patience patience)
        throws IOException, SQLException, StoreBusy, InterruptedException;
  }

  @Inject
  DuckDbStoreUpkeep(Custody custody, Clock clock) {
    this(custody, clock, Schema.current());
  }

  DuckDbStoreUpkeep(Custody custody, Clock clock, Schema schema) {
    this.custody = custody;
    this.clock = clock;
    this.schema = schema;
  }

  @Override
  public Option<StoreSummary> summary() {
    return unlessAbsent(
        Option.none(),
        () -> Option.some(custody.shared(new SummaryReading(custody, schema)::summary)));
  }

  @Override
  public CheckReport check() {
    CheckReport absent = new CheckReport(custody.database(), false, 0, List.of());
    return custody.isVacant()
        ? absent
        : unlessEmpty(absent, () -> custody.shared(new StoreCheck(custody, schema)::check));
  }

  @Override
  public Either<FileRefused, StoreCopy> backUp(Path target) {
    return making(target, this::copy);
  }

  @Override
  public Option<Compaction> compact() {
    return unlessAbsent(
        Option.none(),
        () ->
            Option.some(
                custody.exclusively(new StoreCompaction(custody.database(), schema)::compact)));
  }

  @Override
  public Either<FileRefused, Salvage> repair(Path target) {
    return making(target, new StoreSalvage(clock, schema)::salvage);
  }

  @Override
  public Either<FileRefused, Conversion> convert(ZoneId zone) {
    return Files.notExists(custody.database())
        ? Either.left(absent())
        : custody.exclusively(
            new PythonConversion(custody.database(), clock, schema, zone)::convert);
  }

  private StoreCopy copy(Path file, Path target, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    DuckDbStore.requireFile(custody.database());
    schema.requireOwn(file, custody.database(), patience);
    try (DatabaseDraft draft = DatabaseDraft.ofNew(target)) {
      List<TableRows> rows = DatabaseCopy.of(file, draft, patience, draft::publish);
      return new StoreCopy(target, Files.size(target), rows);
    }
  }

  private <T> Either<FileRefused, T> making(Path named, Making<T> making) {
    return Files.notExists(custody.database())
        ? Either.left(absent())
        : place(named.toAbsolutePath().normalize())
            .flatMap(
                target ->
                    unlessEmpty(
                        Either.left(absent()),
                        () ->
                            custody.exclusively(
                                (file, patience) -> made(making, file, target, patience))));
  }

  private static Either<FileRefused, Path> place(Path target) {
    Path parent = target.getParent();
    if (target.toString().contains(";") || target.toString().contains("?")) {
      return Either.left(impossible(target));
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return Either.left(taken(target));
    }
    if (parent == null || !Files.isDirectory(parent)) {
      return Either.left(
          refused(target, "it lies in no directory that there is", "Make the directory first."));
    }
    return Files.isWritable(parent)
        ? Either.right(target)
        : Either.left(
            refused(target, "it lies where you are not allowed to write", "Name another place."));
  }

  private static <T> Either<FileRefused, T> made(
      Making<T> making, Path file, Path target, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    try {
      return Either.right(making.of(file, target, patience));
    } catch (FileAlreadyExistsException e) {
      return Either.left(taken(target));
    }
  }

  private <T> T unlessAbsent(T absent, Supplier<T> work) {
    return Files.notExists(custody.database()) ? absent : unlessEmpty(absent, work);
  }

  /** A database of the Python update-all without a row is as good as none. */
  private static <T> T unlessEmpty(T absent, Supplier<T> work) {
    try {
      return work.get();
    } catch (EmptyPythonDatabase e) {
      return absent;
    }
  }

  private FileRefused absent() {
    return new FileRefused(
        custody.database(),
        "",
        Files.exists(Journal.beside(custody.database()))
            ? "the history is missing, though its journal (the same name with .wal) is there"
            : "there is no history yet",
        "Name another one with --db.");
  }

  private static FileRefused taken(Path target) {
    return refused(
        target, "there is something of that name already", "Name a file that is not there yet.");
  }

  private static FileRefused refused(Path target, String reason, String remedy) {
    return new FileRefused(target, "", reason, remedy);
  }

  /** DuckDB looks for options behind these. */
  private static FileRefused impossible(Path target) {
    return refused(
        target,
        "the path of a database must hold neither a semicolon nor a question mark",
        "Name another file.");
  }
}
