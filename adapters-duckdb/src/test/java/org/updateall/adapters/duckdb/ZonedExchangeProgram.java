package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.updateall.domain.exchange.ExchangeFormat;
import org.updateall.domain.exchange.ExportRequest;
import org.updateall.domain.exchange.ExportSurvey;
import org.updateall.domain.history.HistoryFilter;
import org.updateall.domain.history.Run;

/** Exports runs around clock changes in every format, imports them again, and compares. */
final class ZonedExchangeProgram {

  private ZonedExchangeProgram() {}

  /** Arguments: directory. Writes the zone, then a line of each format. */
  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    Stores source = new Stores(directory.resolve("source"));
    source.history().recordAll(ZonedProgram.runs().iterator());
    System.out.println(ZoneId.systemDefault());
    for (ExchangeFormat format : ExchangeFormat.values()) {
      Path target = directory.resolve(format.name());
      source
          .export()
          .write(new ExportRequest(target, format, HistoryFilter.everything(), false), () -> {})
          .get();
      Stores copy = new Stores(directory.resolve("copy-of-" + format));
      bringIn(target, copy);
      System.out.println(format + (runs(source).equals(runs(copy)) ? " equal" : " different"));
    }
  }

  static void bringIn(Path export, Stores stores) {
    FileExportedHistory exports = new FileExportedHistory();
    ExportSurvey survey = exports.survey(export, () -> {}).get();
    exports.readRuns(survey, stores.history()::recordAll);
  }

  static List<Run> runs(Stores stores) {
    return stores.history().recent(HistoryFilter.everything(), Integer.MAX_VALUE);
  }
}
