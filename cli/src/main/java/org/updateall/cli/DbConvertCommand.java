package org.updateall.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.updateall.bootstrap.UpdateAll;
import org.updateall.domain.storage.Conversion;
import org.updateall.domain.storage.Conversion.LeftOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes over the database of the Python update-all. */
@Command(
    name = "convert",
    description = {
      "Put a database of this program in the place of one that the Python update-all made.",
      "",
      "The old one is kept in legacy-backups/ beside it. A record that cannot be read without"
          + " guessing is left out and reported."
    },
    footer = {
      "",
      "Examples:",
      "  update-all db convert",
      "  update-all db convert --zone Europe/Berlin"
    })
final class DbConvertCommand implements Callable<Integer> {

  private static final int SHOWN_WITHOUT_JSON = 20;

  @ParentCommand private DbCommand db;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The zone of its times, which are local, such as Europe/Warsaw (default: this machine's).")
  private @Nullable String zone;

  @Override
  public Integer call() {
    Session session = db.session();
    ZoneId chosen = session.zone(zone);
    if (zone == null) {
      session.remark("Times are read as those of " + chosen + "; --zone names another zone.");
    }
    try (UpdateAll updateAll = session.open()) {
      return updateAll
          .convertStore(chosen)
          .fold(session::refuse, conversion -> show(session, conversion));
    }
  }

  private static int show(Session session, Conversion conversion) {
    if (session.json()) {
      session.printJson(document(conversion));
    } else {
      showInWords(session, conversion);
    }
    return ExitCode.DONE;
  }

  private static void showInWords(Session session, Conversion conversion) {
    session.print(
        "Converted %s with %s, times read in %s."
            .formatted(
                Count.of(conversion.converted().runs(), "run"),
                Count.of(conversion.converted().executions(), "plugin execution"),
                conversion.zone()));
    if (conversion.leftOutCount() > 0) {
      session.print(
          "%s left out, because reading would have meant guessing:"
              .formatted(Count.of(conversion.leftOutCount(), "record")));
    }
    List<LeftOut> shown = conversion.leftOut().stream().limit(SHOWN_WITHOUT_JSON).toList();
    for (LeftOut record : shown) {
      session.print(
          "  %s %s: %s"
              .formatted(record.table(), record.id(), String.join("; ", record.reasons())));
    }
    if (conversion.leftOutCount() > shown.size()) {
      session.print(
          "  and %d more; --json lists them.".formatted(conversion.leftOutCount() - shown.size()));
    }
    session.remark("The old database is kept as " + conversion.original());
  }

  private static Map<String, Object> document(Conversion conversion) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("database", conversion.database().toString());
    document.put("original", conversion.original().toString());
    document.put("zone", conversion.zone().toString());
    document.put("runs", conversion.converted().runs());
    document.put("executions", conversion.converted().executions());
    document.put("steps", conversion.converted().steps());
    document.put("estimates", conversion.converted().estimates());
    document.put("left_out_count", conversion.leftOutCount());
    document.put("left_out", conversion.leftOut().stream().map(DbConvertCommand::left).toList());
    return document;
  }

  private static Map<String, Object> left(LeftOut record) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("table", record.table());
    document.put("id", record.id());
    document.put("reasons", record.reasons());
    return document;
  }
}
