package org.updateall.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.storage.StoreCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Writes a copy of the database. */
@Command(
    name = "backup",
    description = {
      "Write a copy of the database that can be used in its place.",
      "",
      "The copy is of one moment, and verified; it is there whole or not at all. Copying the file by"
          + " other means while update-all runs may give half a change."
    },
    footer = {"", "Examples:", "  update-all db backup history-copy.duckdb"})
final class DbBackupCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Parameters(paramLabel = "TARGET", description = "A file that is not there yet.")
  private Path target = Path.of("");

  @Override
  public Integer call() {
    Session session = db.session();
    try (UpdateAll updateAll = session.open()) {
      return updateAll.backUpStore(target).fold(session::refuse, copy -> show(session, copy));
    }
  }

  private static int show(Session session, StoreCopy copy) {
    if (session.json()) {
      session.printJson(Map.of("file", copy.file().toString(), "bytes", copy.bytes()));
    } else {
      session.print(
          "Wrote %s (%s); its rows were counted and agree."
              .formatted(copy.file(), Quantity.bytes((double) copy.bytes())));
    }
    return ExitCode.DONE;
  }
}
