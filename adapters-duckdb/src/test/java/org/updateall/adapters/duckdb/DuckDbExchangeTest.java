package org.updateall.adapters.duckdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.updateall.domain.exchange.HistoryExchangeContract;

class DuckDbExchangeTest extends HistoryExchangeContract {

  @Override
  protected Exchange emptyExchange(Path home) {
    Stores stores = new Stores(home);
    return new Exchange(
        stores.history(), stores.models(), stores.export(), new FileExportedHistory());
  }

  @Override
  protected void change(Path export) throws IOException {
    Path file = Files.isDirectory(export) ? export.resolve(Manifest.FILE_NAME) : export;
    Files.writeString(file, "\n", StandardOpenOption.APPEND);
  }
}
