package org.updateall.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.storage.StoreSummary;
import org.updateall.domain.storage.TableRows;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Tells the state of the database. */
@Command(
    name = "info",
    description = "Tell where the database is, its size, rows and versions.",
    footer = {"", "Examples:", "  update-all db info", "  update-all db info --json"})
final class DbInfoCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Override
  public Integer call() {
    Session session = db.session();
    try (UpdateAll updateAll = session.open()) {
      StoreSummary summary = updateAll.storeSummary().getOrNull();
      if (session.json()) {
        session.printJson(document(session, summary));
      } else if (summary == null) {
        session.print(HostFilter.NO_HISTORY);
      } else {
        show(session, summary);
      }
      return ExitCode.DONE;
    }
  }

  private static void show(Session session, StoreSummary summary) {
    session.heading(summary.database().toString());
    Table table = new Table(Column.left("WHAT"), Column.right("VALUE"));
    table.row("size", Quantity.bytes((double) summary.bytes()));
    table.row("journal", Quantity.bytes((double) summary.journalBytes()));
    table.row("schema version", Integer.toString(summary.schemaVersion()));
    table.row("DuckDB", summary.engineVersion());
    table.row("storage format", summary.storageVersion());
    table.row("oldest run", local(session, summary.oldestRun()));
    table.row("newest run", local(session, summary.newestRun()));
    for (TableRows rows : summary.tables()) {
      table.row("rows of " + rows.table(), Count.of(rows.rows()));
    }
    session.print(table);
  }

  private static String local(Session session, @Nullable Instant time) {
    return new LocalClock(session.zone()).time(time)
        + (time == null ? "" : " (" + session.zone() + ")");
  }

  private static Map<String, Object> document(Session session, @Nullable StoreSummary summary) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("database", session.settings().database().toAbsolutePath().toString());
    document.put("exists", summary != null);
    if (summary != null) {
      document.put("bytes", summary.bytes());
      document.put("journal_bytes", summary.journalBytes());
      document.put("schema_version", summary.schemaVersion());
      document.put("engine_version", summary.engineVersion());
      document.put("storage_version", summary.storageVersion());
      document.put("oldest_run", Json.time(summary.oldestRun()));
      document.put("newest_run", Json.time(summary.newestRun()));
      Map<String, Long> rows = new LinkedHashMap<>();
      summary.tables().forEach(each -> rows.put(each.table(), each.rows()));
      document.put("rows", rows);
    }
    return document;
  }
}
