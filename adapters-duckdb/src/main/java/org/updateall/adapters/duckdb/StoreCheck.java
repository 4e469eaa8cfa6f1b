package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.updateall.domain.storage.CheckReport;
import org.updateall.domain.storage.Finding;

/**
 * Looks for damage, from the outside to the inside: the file and its journal as bytes, what the
 * engine can read, how the rows fit together, and whether they are what the domain allows. What
 * cannot be reached for damage further out is not looked at.
 */
final class StoreCheck {

  private final Custody custody;
  private final Path database;
  private final Schema schema;
  private final List<Finding> findings = new ArrayList<>();

  StoreCheck(Custody custody, Schema schema) {
    this.custody = custody;
    this.database = custody.database();
    this.schema = schema;
  }

  CheckReport check(Path file, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    long soundRuns = isFileThere(file) && isReadable(file, patience) ? rows(file, patience) : 0;
    return new CheckReport(database, true, soundRuns, findings);
  }

  private boolean isFileThere(Path file) throws IOException {
    if (Files.notExists(file)) {
      problem(
          "The history is missing, but its journal %s is there".formatted(Journal.beside(file)),
          "Bring the history back, or move the journal away.");
      return false;
    }
    Journal.finding(file).forEach(findings::add);
    if (Files.isRegularFile(file) && Files.size(file) == 0) {
      problem("The file is empty", Remedies.BRING_BACK);
      return false;
    }
    DuckDbStore.requireFile(database);
    return true;
  }

  private boolean isReadable(Path file, Patience patience) throws StoreBusy, InterruptedException {
    List<String> tables = tables(file, patience);
    boolean readable = !tables.isEmpty();
    for (String table : tables) {
      readable &= isReadable(table, file, patience);
    }
    return readable;
  }

  /** The tables; none if the database cannot even be opened. */
  private List<String> tables(Path file, Patience patience) throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(custody.reader(file), patience)) {
      int version = schema.version(handle, database);
      if (version < schema.version()) {
        findings.add(
            Finding.note(
                "The schema has version %d; the next change brings it to %d"
                    .formatted(version, schema.version())));
      }
      return StoredTables.names(handle, current(handle));
    } catch (JdbiException e) {
      if (!Breakdown.isDamage(e)) {
        throw e;
      }
      problem("The database cannot be opened: " + Breakdown.inWords(e), Remedies.REPAIR);
      return List.of();
    }
  }

  /** Opens the database for this table alone: an engine that met damage may refuse all else. */
  private boolean isReadable(String table, Path file, Patience patience)
      throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(custody.reader(file), patience)) {
      StoredTables.scan(handle, table);
      return true;
    } catch (JdbiException e) {
      problem(
          "The table %s cannot be read: %s".formatted(table, Breakdown.inWords(e)),
          Remedies.REPAIR);
      return false;
    }
  }

  private long rows(Path file, Patience patience) throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(custody.reader(file), patience)) {
      handle.begin(); // so that all questions are about one moment
      ConsistencyProbe.findings(handle).forEach(findings::add);
      RowCheck rows = new RowCheck(handle);
      rows.findings().forEach(findings::add);
      handle.commit();
      return rows.soundRuns();
    }
  }

  private static String current(Handle handle) {
    return handle.createQuery("SELECT current_database()").mapTo(String.class).one();
  }

  private void problem(String what, String remedy) {
    findings.add(Finding.problem(what, remedy));
  }
}
