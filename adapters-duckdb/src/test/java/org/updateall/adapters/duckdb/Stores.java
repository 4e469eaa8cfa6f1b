package org.updateall.adapters.duckdb;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A store in a directory of a test's own, and the ports to it. */
record Stores(Path directory, Clock clock, Duration patience) {

  Stores(Path directory, Clock clock) {
    this(directory, clock, DuckDbSettings.DEFAULT_PATIENCE);
  }

  Stores(Path directory) {
    this(directory, Clock.systemUTC());
  }

  Path database() {
    return directory.resolve("history.duckdb");
  }

  Stores waitingNoLongerThan(Duration limit) {
    return new Stores(directory, clock, limit);
  }

  DuckDbRunHistory history() {
    return new DuckDbRunHistory(store(), clock);
  }

  DuckDbHistoryQueries queries() {
    return new DuckDbHistoryQueries(store());
  }

  DuckDbRunJournal journal() {
    return new DuckDbRunJournal(store());
  }

  DuckDbModelStore models() {
    return new DuckDbModelStore(store());
  }

  DuckDbPredictionLedger ledger() {
    return new DuckDbPredictionLedger(store());
  }

  /** The ledger in another file. */
  DuckDbPredictionLedger ledgerIn(Path file) {
    return new DuckDbPredictionLedger(
        new DuckDbStore(new DuckDbSettings(file, patience), clock, new SystemProcesses()));
  }

  FileHistoryExport export() {
    return new FileHistoryExport(history(), models(), new ExchangeSettings(database()), clock);
  }

  FileTrainingExport training() {
    return new FileTrainingExport(new ExchangeSettings(database()));
  }

  DuckDbStoreUpkeep upkeep() {
    return upkeep(Schema.current());
  }

  DuckDbStoreUpkeep upkeep(Schema schema) {
    return new DuckDbStoreUpkeep(
        new Custody(new DuckDbSettings(database(), patience)), clock, schema);
  }

  /** The history in another file. */
  DuckDbRunHistory historyIn(Path file) {
    return new DuckDbRunHistory(
        new DuckDbStore(new DuckDbSettings(file, patience), clock, new SystemProcesses()), clock);
  }

  DuckDbStore store() {
    return store(Schema.current());
  }

  DuckDbStore store(Schema schema) {
    return new DuckDbStore(
        new DuckDbSettings(database(), patience), clock, new SystemProcesses(), schema);
  }
}
