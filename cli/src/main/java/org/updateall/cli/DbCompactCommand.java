package org.updateall.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.storage.Compaction;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Makes the database as small as it can be. */
@Command(
    name = "compact",
    description = {
      "Give the space of what was removed back to the system.",
      "",
      "The database is written anew beside its place and then put there; for a moment there must be"
          + " room for both. Whatever happens, the old one or the new one is there, whole."
    },
    footer = {"", "Examples:", "  update-all db compact"})
final class DbCompactCommand implements Callable<Integer> {

  @ParentCommand private DbCommand db;

  @Override
  public Integer call() {
    Session session = db.session();
    try (UpdateAll updateAll = session.open()) {
      Compaction compaction = updateAll.compactStore().getOrNull();
      if (session.json()) {
        session.printJson(document(compaction));
      } else {
        session.print(compaction == null ? HostFilter.NO_HISTORY : inWords(compaction));
      }
      return ExitCode.DONE;
    }
  }

  private static String inWords(Compaction compaction) {
    return "%s had %s and has %s now; its rows were counted and agree."
        .formatted(
            compaction.database(),
            Quantity.bytes((double) compaction.bytesBefore()),
            Quantity.bytes((double) compaction.bytesAfter()));
  }

  private static Map<String, Object> document(@Nullable Compaction compaction) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("exists", compaction != null);
    document.put("bytes_before", compaction == null ? null : compaction.bytesBefore());
    document.put("bytes_after", compaction == null ? null : compaction.bytesAfter());
    return document;
  }
}
