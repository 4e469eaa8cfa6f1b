package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.updateall.domain.history.HistoryUnavailable;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.SalvagedTable;

/**
 * Saves what can be read of a database into a new one, in three steps: a copy that the engine
 * opens, the rows of it that can be read, and the runs that can be made of them.
 */
final class StoreSalvage {

  private static final Logger LOG = LoggerFactory.getLogger(StoreSalvage.class);
  private static final List<String> TABLES =
      List.of("runs", "plugin_executions", "step_metrics", "estimates", "models", LedgerTable.NAME);

  private final Clock clock;
  private final Schema schema;

  StoreSalvage(Clock clock, Schema schema) {
    this.clock = clock;
    this.schema = schema;
  }

  /**
   * @throws HistoryUnavailable if nothing can be saved, or the database is not one that this
   *     program made, or knows
   */
  Salvage salvage(Path file, Path target, Patience patience)
      throws IOException, SQLException, StoreBusy, InterruptedException {
    DuckDbStore.requireFile(file);
    awaitOthers(file, patience);
    Losses losses = new Losses();
    try (DatabaseDraft draft = DatabaseDraft.ofNew(target)) {
      Path copy = SalvageCopy.opened(file, draft.scratch("copy.duckdb"), losses);
      requireOwn(copy, file, losses);
      Map<String, @Nullable Long> found = saveRows(copy, draft, losses);
      List<SalvagedTable> tables = saveRuns(draft, found, losses);
      draft.publish();
      LOG.atInfo().addKeyValue("target", target).log("saved what can be read of {}", file);
      return new Salvage(target, tables, losses.findings());
    }
  }

  /** A file that another program is writing to would be copied in the middle. */
  private static void awaitOthers(Path file, Patience patience)
      throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.reader(file), patience)) {
      LOG.debug("{} is nobody else's: {}", file, handle.isClean());
    } catch (JdbiException damage) {
      LOG.debug("{} cannot be opened as it is", file, damage);
    }
  }

  private void requireOwn(Path copy, Path file, Losses losses)
      throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.reader(copy), Patience.none())) {
      LOG.debug("{} has schema version {}", file, schema.version(handle, file));
    } catch (JdbiException e) {
      losses.add("The version of the tables cannot be read", Breakdown.inWords(e));
    }
  }

  private Map<String, @Nullable Long> saveRows(Path copy, DatabaseDraft draft, Losses losses)
      throws SQLException, StoreBusy, InterruptedException {
    Path raw = draft.scratch("raw.duckdb");
    try (Handle handle = Engine.open(Engine.creator(raw), Patience.none())) {
      schema.create(handle, clock.instant());
    }
    TableSalvage rows = new TableSalvage(copy, raw, draft.scratch("spill"), losses);
    Map<String, @Nullable Long> found = new LinkedHashMap<>();
    boolean hasLedger = hasLedger(copy);
    for (String table : TABLES) {
      if (hasLedger || !table.equals(LedgerTable.NAME)) {
        found.put(table, rows.save(table));
      }
    }
    return found;
  }

  /** A database of an earlier schema has none, and loses none. */
  private static boolean hasLedger(Path copy) throws StoreBusy, InterruptedException {
    try (Handle handle = Engine.open(Engine.reader(copy), Patience.none())) {
      return StoredTables.hasLedger(handle);
    }
  }

  private List<SalvagedTable> saveRuns(
      DatabaseDraft draft, Map<String, @Nullable Long> found, Losses losses)
      throws SQLException, StoreBusy, InterruptedException {
    Path raw = draft.scratch("raw.duckdb");
    try (Handle rows = Engine.open(Engine.reader(raw), Patience.none());
        Handle target = Engine.open(Engine.creator(draft.file()), Patience.none())) {
      ConsistencyProbe.orphans(rows).forEach(losses::add);
      target.begin();
      schema.create(target, clock.instant());
      new RunSalvage(rows, target, losses).save(clock.instant());
      target.commit();
      return tables(target, found);
    }
  }

  private static List<SalvagedTable> tables(Handle target, Map<String, @Nullable Long> found) {
    String catalog = target.createQuery("SELECT current_database()").mapTo(String.class).one();
    List<SalvagedTable> tables = new ArrayList<>();
    found.forEach(
        (table, rows) ->
            tables.add(new SalvagedTable(table, rows, StoredTables.count(target, catalog, table))));
    return tables;
  }
}
