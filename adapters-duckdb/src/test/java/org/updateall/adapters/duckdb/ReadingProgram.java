package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Path;
import org.updateall.domain.history.HistoryFilter;

/** Reads a history again and again until its input ends; writes how often it could. */
final class ReadingProgram {

  private ReadingProgram() {}

  /** Arguments: directory. */
  public static void main(String[] arguments) throws IOException {
    Stores stores = new Stores(Path.of(arguments[0]));
    System.out.println("reading");
    int readings = 0;
    while (System.in.available() == 0) {
      stores.history().counts();
      stores.history().recent(HistoryFilter.everything(), 5);
      stores.queries().pluginStatistics(HistoryFilter.everything());
      readings++;
    }
    System.out.println(readings);
  }
}
