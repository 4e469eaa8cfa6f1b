package org.updateall.adapters.duckdb;

import java.nio.file.Path;

/**
 * What exports must leave alone.
 *
 * @param store the file in which the history is kept, made absolute; no export takes its place, nor
 *     that of a file beside it whose name goes on from its own
 */
public record ExchangeSettings(Path store) {

  public ExchangeSettings {
    store = store.toAbsolutePath().normalize();
  }
}
