package org.updateall.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.cli.Table.Column;
import org.updateall.domain.storage.Salvage;
import org.updateall.domain.storage.SalvagedTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Saves what can be read of a damaged database. */
@Command(
    name = "repair",
    description = {
      "Save what can be read of a damaged database into a new one.",
      "",
      "The damaged one is left as it is. What cannot be read is left out and reported; nothing is"
          + " made up in its place. The exit code is 1 if anything is lost."
    },
    footer = {"", "Examples:", "  update-all db repair history-saved.duckdb"})
final class DbRepairCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Parameters(paramLabel = "TARGET", description = "A file that is not there yet.")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    Session session = db.session();
    try (UpdateAll updateAll = session.open()) {
      return updateAll.repairStore(target).fold(session::refuse, salvage -> show(session, salvage));
    }
  }

  private static int show(Session session, Salvage salvage) {
    if (session.json()) {
      session.printJson(document(salvage));
    } else {
      showInWords(session, salvage);
    }
    return salvage.isComplete() ? ExitCode.DONE : ExitCode.NOT_AS_HOPED;
  }

  private static void showInWords(Session session, Salvage salvage) {
    session.heading("Saved to " + salvage.target());
    Table table = new Table(Column.left("TABLE"), Column.right("ROWS"), Column.right("SAVED"));
    for (SalvagedTable each : salvage.tables()) {
      table.row(
          each.table(),
          each.found() == null ? "?" : Count.of(each.found()),
          Count.of(each.saved()));
    }
    session.print(table);
    Findings.show(session, salvage.losses());
    session.print(conclusion(salvage));
  }

  private static String conclusion(Salvage salvage) {
    if (salvage.isComplete()) {
      return "Nothing is lost.";
    }
    return salvage.tables().stream().allMatch(table -> table.saved() == 0)
        ? "Nothing could be saved. The old database was left as it is; bring back a backup."
        : "The old database was left as it is. Look at the new one with --db, then put it in the"
            + " place of the old one and of its journal.";
  }

  private static Map<String, Object> document(Salvage salvage) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("target", salvage.target().toString());
    document.put("complete", salvage.isComplete());
    List<Map<String, @Nullable Object>> tables =
        salvage.tables().stream().map(DbRepairCommand::document).toList();
    document.put("tables", tables);
    document.put("losses", Findings.documents(salvage.losses()));
    return document;
  }

  private static Map<String, @Nullable Object> document(SalvagedTable table) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("table", table.table());
    document.put("rows", table.found());
    document.put("saved", table.saved());
    return document;
  }
}
